import type { Page } from '@playwright/test'
import { give, givenTo, listsOn, openDesk, packOf } from './desk-page.ts'
import { expect, openAs, signIn, test } from './fixtures.ts'
import type { Network } from './network.ts'

/** Another person takes over a device without a network: whatever the first one's tab was sending is over before the network is back. */
const takenOver = async (page: Page, network: Network, username: string): Promise<Page> => {
  const context = page.context()
  await expect(page.getByText('Chưa liên lạc được máy chủ')).toBeVisible()
  await page.close()
  await context.clearCookies()
  network.restore()
  const next = await context.newPage()
  await signIn(next, network.url, username)
  return next
}

test('with the network gone and the tab closed the desk goes on; two desks give one gift once, and a person says where the second went', async ({
  browser,
  start,
  network,
}) => {
  const program = await start({ SAMPLE: '1' })
  const own = await network(program)
  const { union, names } = await openDesk(browser, own)
  const [first = '', second = ''] = names
  const before = (await packOf(union)).progress
  const context = union.context()
  own.cut()
  await context.setOffline(true)
  await union.reload()
  await give(union, first)
  await give(union, second)
  await expect(union.getByText(/chờ gửi 2/)).toBeVisible()
  // Nothing is green that the server has not written.
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(0)
  const address = union.url()
  await union.close()
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByText(/chờ gửi 2/)).toBeVisible()

  const other = (await openDesk(browser, program)).union
  await give(other, first)
  await expect(other.getByText('Đã trao', { exact: true })).toHaveCount(1)
  own.restore()
  await context.setOffline(false)
  const twice = again.getByRole('group', { name: `Trao trùng: ${first}` })
  await expect(twice).toBeVisible()
  await expect(again.getByText('Đã trao', { exact: true })).toHaveCount(1)
  const now = await packOf(again)
  expect(now.progress).toMatchObject({ given: before.given + 2, stockOnHand: before.stockOnHand - 2 })
  expect(givenTo(now, second)).not.toBeNull()

  // Nobody leaves while something is open.
  await again.goto(`${own.url}/2021/gift-lists`)
  await again.getByRole('button', { name: /^Tài khoản/ }).click()
  await again.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click()
  await expect(again.getByText('Chưa đăng xuất')).toBeVisible()
  await twice.getByLabel('Không thu lại được: trừ kho').check()
  await twice.getByLabel('Lý do').fill('Bàn 2 mất mạng, quà đã mang về')
  await twice.getByRole('button', { name: 'Ghi cách xử lý' }).click()
  await expect(twice).toBeHidden()
  expect((await packOf(again)).progress).toMatchObject({ given: before.given + 2, stockOnHand: before.stockOnHand - 3 })

  // After the sign-out no name is left on the device.
  await again.goto(`${own.url}/2021/gift-lists`)
  await again.getByRole('button', { name: /^Tài khoản/ }).click()
  await again.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click()
  await again.waitForURL(/sign-in/)
  await context.setOffline(true)
  await again.goto(address)
  await expect(again.getByText(/chưa được chuẩn bị trên máy/)).toBeVisible()
  await expect(again.getByText(second)).toHaveCount(0)
})

test('a child that was taken off the list meanwhile: the desk is told why, and a person says where the gift went', async ({
  browser,
  start,
  network,
}) => {
  const program = await start({ SAMPLE: '1' })
  const own = await network(program)
  const { union, names } = await openDesk(browser, own)
  const [first = ''] = names
  const before = (await packOf(union)).progress
  own.cut()
  await give(union, first)
  await expect(union.getByText('Chưa liên lạc được máy chủ')).toBeVisible()

  const other = await openAs(browser, program.url, 'congdoan')
  await other.goto(`${program.url}/2021/gift-lists/${new URL(union.url()).pathname.split('/')[2]}`)
  await other.getByLabel('Tìm theo tên cháu, không cần gõ dấu').fill(first)
  await other.getByRole('row', { name: new RegExp(first) }).click()
  await other.getByRole('dialog').getByLabel('Lý do').fill('Bố mẹ đã chuyển cơ quan')
  await other.getByRole('dialog').getByRole('button', { name: 'Đưa ra', exact: true }).click()
  await expect(other.getByRole('dialog')).toBeHidden()

  own.restore()
  const refused = union.getByRole('group', { name: `Máy chủ chưa nhận: ${first}` })
  await expect(refused).toContainText('Cháu đã được đưa ra khỏi danh sách này: Bố mẹ đã chuyển cơ quan')
  await refused.getByLabel('Không thu lại được: trừ kho').check()
  await refused.getByLabel('Lý do').fill('Gia đình đã mang quà về')
  await refused.getByRole('button', { name: 'Ghi cách xử lý' }).click()
  await expect(refused).toBeHidden()
  const { given, total, stockOnHand } = (await packOf(union)).progress
  expect([given, total, stockOnHand]).toEqual([before.given, before.total - 1, before.stockOnHand - 1])
})

test('a server that is killed in between changes nothing: what was given is sent once it is back', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const { union, names } = await openDesk(browser, program)
  const [first = '', second = ''] = names
  program.process.kill('SIGKILL')
  await give(union, first)
  await give(union, second)
  await expect(union.getByText('Chưa liên lạc được máy chủ')).toBeVisible()
  await expect(union.getByText(/chờ gửi 2/)).toBeVisible()
  await start({ SAMPLE: '1' }, { dataDir: program.dataDir, port: program.port })
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(2, { timeout: 20_000 })
  const pack = await packOf(union)
  for (const name of [first, second]) expect(givenTo(pack, name)).not.toBeNull()
})

test('who signs in after another, and may not read the list, finds no name of it on the device', async ({ browser, start, network }) => {
  const own = await network(await start({ SAMPLE: '1' }))
  const { union, names } = await openDesk(browser, own)
  const [first = ''] = names
  const address = union.url()
  own.cut()
  await give(union, first)
  const next = await takenOver(union, own, 'canbo')
  await next.goto(address)
  await expect(next.getByText('Tài khoản này không mở được danh sách')).toBeVisible()
  await expect(next.getByText(first)).toHaveCount(0)
  await expect(next.getByRole('combobox')).toHaveCount(0)

  // What the first gave is still on the device, and goes out in their own name.
  await next.context().clearCookies()
  await signIn(next, own.url, 'congdoan')
  await next.goto(address)
  await expect(next.getByText('Đã trao', { exact: true })).toHaveCount(1)
  expect(givenTo(await packOf(next), first)).not.toBeNull()
})

test('what one person left unsent waits for that person, and holds up nobody who hands out after', async ({ browser, start, network }) => {
  const program = await start({ SAMPLE: '1' })
  const admin = await openAs(browser, program.url, 'quantri')
  const { items } = await (await admin.request.get(`${program.url}/api/accounts?q=canbo`)).json()
  const { id, name, employeeId, version } = items[0]
  const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }
  const data = { name, employeeId, active: true, roles: ['union'] }
  expect((await admin.request.put(`${program.url}/api/accounts/${id}`, { headers, data })).ok()).toBe(true)

  const own = await network(program)
  const { union, names } = await openDesk(browser, own)
  const [first = '', second = ''] = names
  const address = union.url()
  own.cut()
  await give(union, first)
  const next = await takenOver(union, own, 'canbo')
  // Nobody hands out from a list that another took along: it would be in the other's name.
  expect(await listsOn(next)).toEqual([])
  await next.goto(address)
  await expect(next.getByText('Máy này đang đăng nhập bằng tài khoản khác')).toBeVisible()
  await give(next, second)
  await expect(next.getByText('Đã trao', { exact: true })).toHaveCount(1)
  const now = await packOf(next)
  expect([givenTo(now, first), givenTo(now, second)?.by]).toEqual([null, name])

  await next.context().clearCookies()
  await signIn(next, own.url, 'congdoan')
  await next.goto(address)
  await expect(next.getByText('Đã trao', { exact: true })).toHaveCount(2)
  expect(givenTo(await packOf(next), first)?.by).not.toBe(name)
})
