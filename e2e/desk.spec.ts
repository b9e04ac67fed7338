import { give, givenTo, openDesk, packOf } from './desk-page.ts'
import { expect, openAs, signIn, test } from './fixtures.ts'

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
  await union.goto('about:blank')
  own.restore()
  await union.context().clearCookies()
  await signIn(union, own.url, 'canbo')
  await union.goto(address)
  await expect(union.getByText('Tài khoản này không mở được danh sách')).toBeVisible()
  await expect(union.getByText(first)).toHaveCount(0)
  await expect(union.getByRole('combobox')).toHaveCount(0)

  // What the first gave is still on the device, and goes out in their own name.
  await union.context().clearCookies()
  await signIn(union, own.url, 'congdoan')
  await union.goto(address)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  expect(givenTo(await packOf(union), first)).not.toBeNull()
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
  await union.goto('about:blank')
  own.restore()
  await union.context().clearCookies()
  await signIn(union, own.url, 'canbo')
  await union.goto(address)
  await expect(union.getByText('Máy này đang đăng nhập bằng tài khoản khác')).toBeVisible()
  await give(union, second)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(1)
  const now = await packOf(union)
  expect([givenTo(now, first), givenTo(now, second)?.by]).toEqual([null, name])

  await union.context().clearCookies()
  await signIn(union, own.url, 'congdoan')
  await union.goto(address)
  await expect(union.getByText('Đã trao', { exact: true })).toHaveCount(2)
  expect(givenTo(await packOf(union), first)?.by).not.toBe(name)
})
