import { give, givenTo, openDesk, packOf, searchField } from './desk-page.ts'
import { expect, test } from './fixtures.ts'

test('a device whose clock is years behind and whose tab was closed tells the right moment, and gives nothing twice', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { union, lines } = await openDesk(browser, program)
  const [first, second] = lines
  if (!first || !second) throw new Error('The sample has families that wait')
  const context = union.context()
  await context.addInitScript(() => {
    const Right = Date
    const behind = 7 * 365 * 86_400_000
    const Wrong = new Proxy(Right, {
      construct: (_, given: unknown[]) => Reflect.construct(Right, given.length === 0 ? [Right.now() - behind] : given),
      get: (_, name) => (name === 'now' ? () => Right.now() - behind : Reflect.get(Right, name)),
    })
    // A day that comes back from the device's store is one of the browser's own, and must not be taken for something else.
    Right.prototype.constructor = Wrong
    globalThis.Date = Wrong
  })
  const address = union.url()
  // The list is taken along anew, by which the device learns how wrong its clock is.
  await Promise.all([union.waitForResponse((response) => response.url().endsWith('/desk') && response.ok()), union.reload()])
  await expect(searchField(union)).toBeVisible()
  await context.setOffline(true)
  await union.reload()
  await give(union, first.childName)
  await give(union, second.childName)
  await expect(union.getByText(/chờ gửi 2/)).toBeVisible()
  await union.close()

  const other = (await openDesk(browser, program)).union
  await give(other, first.childName)
  await expect(other.getByText('Đã trao', { exact: true })).toHaveCount(1)
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByRole('group', { name: `Trao trùng: ${first.childName}` })).toBeVisible()
  await expect(again.getByText('Đã trao', { exact: true })).toHaveCount(1)
  const pack = await packOf(again)
  const at = new Date(givenTo(pack, second.childName)?.at ?? 0).getTime()
  expect(Math.abs(new Date(pack.at).getTime() - at)).toBeLessThan(10 * 60_000)
})
