import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { readCode } from './read-code.ts'

test('the account of a fund is entered once and stands as a code that a reader of codes reads back', async ({ as }) => {
  const union = await as('congdoan')
  await union.goto(new URL('/2021/funds', union.url()).href)
  await union.getByRole('button', { name: /Ủng hộ trẻ em khuyết tật/ }).click()
  await union.getByRole('button', { name: 'Sửa quỹ' }).click()
  const form = union.getByRole('dialog')
  await form.getByLabel('Số tài khoản').fill('10787 654 321'.replaceAll(' ', ''))
  await form.getByRole('button', { name: 'Lưu' }).click()
  // Half an account is none.
  await expect(form.getByText('Mục này không được để trống.').first()).toBeVisible()
  await form.getByRole('combobox', { name: 'Ngân hàng' }).click()
  await union.getByRole('option', { name: 'VietinBank' }).click()
  await form.getByLabel('Chủ tài khoản').fill('CONG DOAN SO KHOA HOC VA CONG NGHE')
  await form.getByRole('button', { name: 'Lưu' }).click()
  const code = union.getByRole('img', { name: /^Mã VietQR của/ })
  await expect(code).toBeVisible()
  const read = await readCode(await code.screenshot({ scale: 'css' }))
  expect(read).toContain('0006970415')
  expect(read).toContain('011110787654321')
  expect(read).toMatch(/^000201010211.*5303704.*5802VN.*Ung ho TEKT6304[0-9A-F]{4}$/)
  const [file] = await Promise.all([union.waitForEvent('download'), union.getByRole('link', { name: 'Tải mã' }).click()])
  expect(file.suggestedFilename()).toMatch(/^vietqr-.+\.png$/)
  expect(await readCode(await readFile(await file.path()))).toBe(read)
})
