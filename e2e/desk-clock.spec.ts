import type { Page } from '@playwright/test'
import { give, givenTo, listsOn, openDesk, packOf } from './desk-page.ts'
import { expect, test } from './fixtures.ts'

const behind = 7 * 365 * 86_400_000

const clockErrorOf = async (page: Page): Promise<number> => (await listsOn(page))[0]?.clockError ?? 0

test('a device whose clock is years behind tells the right moment, and gives nothing twice', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { union, lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const context = union.context()
  await context.addInitScript((behind) => {
    const Right = Date
    const Wrong = new Proxy(Right, {
      construct: (_, given: unknown[]) => Reflect.construct(Right, given.length === 0 ? [Right.now() - behind] : given),
      get: (_, name) => (name === 'now' ? () => Right.now() - behind : Reflect.get(Right, name)),
    })
    // A day that comes back from the device's store is one of the browser's own, and must not be taken for something else.
    Right.prototype.constructor = Wrong
    globalThis.Date = Wrong
  }, behind)
  // The list is taken along anew, by which the device learns how wrong its clock is.
  const before = await clockErrorOf(union)
  await union.reload()
  await expect.poll(async () => (await clockErrorOf(union)) - before).toBeGreaterThan(behind - 600_000)
  await context.setOffline(true)
  await union.reload()
  await give(union, first.childName)
  await give(union, second.childName)
  await expect(union.getByText(/chờ gửi 2/)).toBeVisible()

  const other = (await openDesk(browser, program)).union
  await give(other, first.childName)
  await expect(other.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await context.setOffline(false)
  await expect(union.getByRole('group', { name: `Trao trùng: ${first.childName}` })).toBeVisible()
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  const pack = await packOf(union)
  const at = new Date(givenTo(pack, second.childName)?.at ?? 0).getTime()
  expect(Math.abs(new Date(pack.at).getTime() - at)).toBeLessThan(10 * 60_000)
})
