import type { DeskPack } from '@chung-tay/contracts/hand-outs'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect, openAs } from './fixtures.ts'

/** The list of the desk that is open, as the server has it now. */
export const packOf = async (page: Page): Promise<DeskPack> =>
  (await page.request.get(new URL(`/api/gift-lists/${new URL(page.url()).pathname.split('/')[2]}/desk`, page.url()).href)).json()

/** The lists that lie on the device; `clockError` is by how many milliseconds it takes its own clock to be behind. */
export const listsOn = (page: Page): Promise<{ listId: string; clockError: number }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('chung-tay-desk')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('packs').objectStore('packs').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )

export const searchField = (page: Page) => page.getByRole('combobox', { name: 'Tên cháu hoặc bố mẹ' })

const phone = { width: 360, height: 740 }

/** The sample's approved list at the desk, and families with children who still wait, the smallest first. */
export const openDesk = async (browser: Browser, { url }: { url: string }, options: BrowserContextOptions = {}) => {
  const union = await openAs(browser, url, 'congdoan', { viewport: phone, ...options })
  await union.goto(`${url}/2021/gift-lists`)
  await union.getByText('Quà Tết thiếu nhi 1-6 năm 2021').click()
  await union.getByRole('link', { name: 'Bàn trao quà' }).click()
  await expect(searchField(union)).toBeVisible()
  // What the page needs lies on the device before the network goes.
  await union.evaluate(async () => void (await navigator.serviceWorker.ready))
  const pack = await packOf(union)
  const waiting = pack.families.map(({ lines }) => lines.filter((line) => !line.handOut && !line.excluded)).filter((lines) => lines.length > 0)
  const lines = waiting.toSorted((left, right) => left.length - right.length).flatMap(([line]) => (line ? [line] : []))
  return { union, lines, names: lines.map(({ childName }) => childName) }
}

export const givenTo = (pack: DeskPack, name: string) =>
  pack.families.flatMap(({ lines }) => lines).find(({ childName }) => childName === name)?.handOut

/** The whole family of a child, by its name. */
export const give = async (page: Page, name: string) => {
  const search = searchField(page)
  await search.fill(name)
  await search.press('Enter')
  await page.getByRole('button', { name: /^Trao \d suất quà$/ }).click()
  await expect(search).toBeVisible()
}
