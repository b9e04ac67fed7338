// `pnpm bench desk`: 300 gifts in a row at the desk by a scanner, on a phone four times slower than this machine, the network gone for the second half.
import { makeAgency, makeEmployee } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { chromium, type Page } from '@playwright/test'
import { openAs } from '../e2e/fixtures.ts'
import config from '../playwright.config.ts'
import { addAccount, type Db, startBench } from './program.ts'

const gifts = 300
const slower = 4
const username = 'congdoan'

const nameOf = (at: number) => `Nguyễn Ngọc Bảo An ${String(at).padStart(3, '0')}`

const fill = async (db: Db) => {
  await makeAgency(db)
  const campaign = await makeCampaign(db, { year: 2021 })
  const kind = await makeGiftKind(db, { stockOnHand: gifts })
  const list = await makeGiftList(db, { campaignId: campaign.id, giftKindId: kind.id, status: 'approved' })
  const scans: Scan[] = []
  for (let at = 0; at < gifts; at++) {
    const { id: employeeId } = await makeEmployee(db, { name: `Trần Thị Phương Thảo ${at}` })
    const child = await makeChild(db, { name: nameOf(at), guardians: [{ employeeId, relation: 'mother' }] })
    const { code } = await makeGiftListLine(db, { giftListId: list.id, childId: child.id })
    scans.push({ code, name: child.name })
  }
  await addAccount(db, username, 'union')
  return { listId: list.id, scans }
}

type Scan = { code: string; name: string }
/** From the scanner's last key: to the family's form, to the empty field after the press, to the green mark. */
type Times = { opened: number; next: number; green: number | null }

/** One gift as a scanner and a finger would do it, timed inside the page. */
const give = (page: Page, scan: Scan, online: boolean): Promise<Times> =>
  page.evaluate(
    async ({ code, name, online }) => {
      // Asked at each change of the page and not at each frame, which would keep the slow processor busy by itself; then the frame that shows it.
      const until = <Found>(look: () => Found | null | undefined | false): Promise<Found> =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => ask())
          const ask = () => {
            const found = look()
            if (!found) return
            observer.disconnect()
            requestAnimationFrame(() => resolve(found))
          }
          observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
          ask()
        })
      const field = () => [...document.querySelectorAll<HTMLInputElement>('input[role=combobox]')].find((one) => one.checkVisibility())
      const input = await until(field)
      const began = performance.now()
      for (const key of [...code, 'Enter']) input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      const button = await until(() => document.querySelector<HTMLButtonElement>('form button[type=submit]'))
      const opened = performance.now()
      button.click()
      await until(field)
      const next = performance.now()
      const line = () => [...document.querySelectorAll('[aria-live=polite] > *')].find((row) => row.textContent?.includes(name))
      if (online) await until(() => line()?.textContent?.startsWith('Đã trao'))
      return { opened: opened - began, next: next - opened, green: online ? performance.now() - began : null }
    },
    { ...scan, online },
  )

const summary = (times: number[]): string => {
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`
}

const print = (what: string, all: readonly Times[]) => {
  console.log(`${what}: scan → family ${summary(all.map(({ opened }) => opened))}`)
  console.log(`${what}: button → next child ${summary(all.map(({ next }) => next))}`)
  const green = all.flatMap((one) => (one.green === null ? [] : [one.green]))
  if (green.length > 0) console.log(`${what}: scan → green ${summary(green)}`)
}

export const measureDesk = async (): Promise<void> => {
  const { url, db, stop } = await startBench('2021-06-20')
  const { listId, scans } = await fill(db)
  const browser = await chromium.launch(config.use?.launchOptions ?? {})
  const page = await openAs(browser, url, username, { viewport: { width: 360, height: 740 } })
  await page.goto(`${url}/desk/${listId}`)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
  const half = gifts / 2
  const [online, offline]: [Times[], Times[]] = [[], []]
  for (const scan of scans.slice(0, half)) online.push(await give(page, scan, true))
  await page.context().setOffline(true)
  for (const scan of scans.slice(half)) offline.push(await give(page, scan, false))
  const back = performance.now()
  await page.context().setOffline(false)
  await page.waitForFunction((count) => document.body.textContent?.includes(`Đã trao ${count}/${count}`), gifts, { timeout: 120_000 })
  console.log(`${gifts} gifts on a processor ${slower} times slower; the network gone for the second half`)
  print('with the network', online)
  print('without', offline)
  const { stockOnHand } = await db.giftKind.findFirstOrThrow()
  console.log(
    `${half} that waited were sent in ${((performance.now() - back) / 1000).toFixed(1)} s; hand-outs ${await db.handOut.count()}, stock left ${stockOnHand}`,
  )
  await browser.close()
  await stop()
}
