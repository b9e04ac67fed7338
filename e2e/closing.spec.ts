import { readFile } from 'node:fs/promises'
import { docxWords } from '@chung-tay/documents/opened'
import { expect, openAs, test } from './fixtures.ts'

test('the union counts, closes the books and prints them; leadership opens them again with a reason', async ({ browser, start }) => {
  // A program of its own: closed books concern everybody who enters money.
  const program = await start({ SAMPLE: '1' })
  const union = await openAs(browser, program.url, 'congdoan')
  await union.goto(`${program.url}/2021/closing`)
  await expect(union.getByText('Sổ đang mở')).toBeVisible()
  const closing = union.getByRole('region', { name: 'Khóa sổ', exact: true })
  await expect(closing.getByText('Tiền mặt: chưa kiểm kê cuối ngày này.')).toBeVisible()

  const count = async (account: string, amount: string) => {
    await union.getByRole('button', { name: 'Ghi kiểm kê' }).click()
    const form = union.getByRole('dialog')
    await form.getByRole('combobox', { name: 'Tài khoản' }).click()
    await union.getByRole('option', { name: account }).click()
    await form.getByLabel('Số thực có').fill(amount)
    await form.getByRole('button', { name: 'Lưu' }).click()
    return form
  }
  const booked = async (account: string) => {
    const line = (await closing.getByText(new RegExp(`^${account}: sổ sách`)).textContent()) ?? ''
    return (/sổ sách ([\d.]+)/.exec(line)?.[1] ?? '').replaceAll('.', '')
  }
  // One that differs needs its reason; then the right one.
  const [cash, bank] = [await booked('Tiền mặt'), await booked('Tiền gửi ngân hàng')]
  const form = await count('Tiền mặt', String(Number(cash) + 1000))
  await expect(form.getByText('Mục này không được để trống.')).toBeVisible()
  await form.getByLabel('Số thực có').fill(cash)
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await expect(await count('Tiền gửi ngân hàng', bank)).toBeHidden()
  const counts = union.getByRole('table', { name: 'Các lần kiểm kê' }).getByRole('row').filter({ hasText: '20/06/2021' })
  await expect(counts.getByText('Khớp')).toHaveCount(2)

  await closing.getByRole('button', { name: 'Khóa sổ' }).click()
  await union.getByRole('dialog').getByRole('button', { name: 'Khóa sổ' }).click()
  await expect(union.getByText('Sổ đã khóa đến hết ngày 20/06/2021.')).toBeVisible()

  const [download] = await Promise.all([union.waitForEvent('download'), union.getByRole('link', { name: 'Sổ quỹ tiền mặt, Word' }).click()])
  const words = docxWords(await readFile(await download.path()))
  expect(words).toContain('Số dư cuối kỳ')

  // What comes late is refused at its form, with what was typed still there.
  await union.goto(`${program.url}/2021/donations?open=new`)
  const late = union.getByRole('dialog')
  await late.getByLabel('Tên người ủng hộ').fill('Nguyễn Thị Ngọc Ánh')
  await late.getByLabel('Ủng hộ cho quỹ').click()
  await union.getByRole('option', { name: 'Quỹ Bảo trợ trẻ em' }).click()
  await late.getByLabel('Số tiền').fill('250000')
  await late.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
  await expect(late.getByText(/Sổ quỹ đã khóa đến ngày này hoặc sau đó/)).toBeVisible()
  await expect(late.getByLabel('Tên người ủng hộ')).toHaveValue('Nguyễn Thị Ngọc Ánh')

  const director = await openAs(browser, program.url, 'giamdoc')
  await director.goto(`${program.url}/2021/closing`)
  await director.getByRole('button', { name: 'Mở lại sổ' }).click()
  await director.getByRole('dialog').getByLabel('Lý do').fill('Bổ sung chứng từ mua quà')
  await director.getByRole('dialog').getByRole('button', { name: 'Mở lại sổ' }).click()
  await expect(director.getByText('Sổ đang mở')).toBeVisible()
  await expect(director.getByText(/mở lại toàn bộ sổ.*Lý do: Bổ sung chứng từ mua quà/)).toBeVisible()

  const auditor = await openAs(browser, program.url, 'kiemtoan')
  await auditor.goto(`${program.url}/notifications`)
  await expect(auditor.getByText('Sổ quỹ được mở lại')).toBeVisible()
})
