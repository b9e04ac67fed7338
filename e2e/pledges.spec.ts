import { expect, test } from './fixtures.ts'
import { readCode } from './read-code.ts'

test('an employee pledges and transfers by a code of its own; the union records a part and the rest, and sees what was promised', async ({ as }) => {
  const giver = await as('canbo', { viewport: { width: 360, height: 740 } })
  await giver.goto(new URL('/2021/pledges', giver.url()).href)
  await giver.getByRole('button', { name: 'Đăng ký ủng hộ' }).first().click()
  const form = giver.getByRole('dialog', { name: 'Đăng ký ủng hộ' })
  await form.getByRole('combobox', { name: 'Ủng hộ cho quỹ' }).click()
  await giver.getByRole('option', { name: 'Quỹ Bảo trợ trẻ em' }).click()
  await form.getByRole('button', { name: 'Đăng ký' }).click()
  await expect(form.getByText('Mục này không được để trống.').first()).toBeVisible()
  await form.getByLabel('Số tiền').fill('300000')
  await form.getByRole('textbox', { name: 'Ngày dự kiến ủng hộ' }).fill('25/6/2021')
  await form.getByRole('textbox', { name: 'Ngày dự kiến ủng hộ' }).press('Tab')
  await expect(form.getByLabel('Nhắc tôi vào ngày này')).not.toBeChecked()
  await form.getByLabel('Nhắc tôi vào ngày này').check()
  await form.getByRole('button', { name: 'Đăng ký' }).click()

  const own = giver.getByRole('dialog', { name: /^Đăng ký CT/ })
  await expect(own.getByText('25/06/2021, có nhắc')).toBeVisible()
  const reference = ((await own.getByRole('heading', { level: 2 }).first().textContent()) ?? '').replace('Đăng ký ', '')
  const code = own.getByRole('img', { name: /^Mã VietQR của/ })
  await expect(code).toBeVisible()
  const read = await readCode(await code.screenshot({ scale: 'css' }))
  expect(read).toContain('5406300000')
  expect(read).toContain(reference)

  const union = await as('congdoan')
  await union.goto(new URL(`/2021/pledges?q=${reference}`, union.url()).href)
  await union.getByText(reference).click()
  const pledge = union.getByRole('dialog', { name: `Đăng ký ${reference}` })
  for (const [amount, status] of [
    ['100000', 'Đã nhận một phần'],
    ['', 'Đã nhận đủ'],
  ] as const) {
    await pledge.getByRole('button', { name: 'Ghi nhận đã nhận' }).click()
    const record = union.getByRole('dialog', { name: 'Ghi nhận đóng góp' })
    if (amount) await record.getByLabel('Số tiền').fill(amount)
    await record.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    await expect(record).toBeHidden()
    await expect(pledge.getByText(status)).toBeVisible()
  }
  await expect(pledge.getByRole('link', { name: /^Biên nhận/ })).toHaveCount(2)
  await expect(pledge.getByText('300.000').first()).toBeVisible()
})
