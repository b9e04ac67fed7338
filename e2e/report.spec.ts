import { readFile } from 'node:fs/promises'
import { docxWords, mainPart } from '@chung-tay/documents/opened'
import { expect, photo, test } from './fixtures.ts'

test('a parent nominates, the union reviews, the director signs the decision and the report, whose numbers lead to their records', async ({ as }) => {
  const parent = await as('canbo')
  await parent.goto(new URL('/2021/nominations', parent.url()).href)
  await parent.getByRole('button', { name: 'Thêm đề nghị' }).click()
  const form = parent.getByRole('dialog')
  await form.getByLabel('Cháu được đề nghị').click()
  await parent.getByRole('option', { name: /Phạm Nguyễn Minh Quân/ }).click()
  await form.getByLabel('Mức khen thưởng đề nghị').click()
  await parent.getByRole('option', { name: /Đạt giải cấp tỉnh/ }).click()
  await form.getByLabel('Thành tích').fill('Giải Nhất Hội thi “Bé khéo tay” cấp tỉnh')
  await form.locator('input[type=file]').setInputFiles(await photo('giay-chung-nhan.jpg'))
  await form.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(parent.getByText('Đã gửi đề nghị khen thưởng')).toBeVisible()

  const union = await as('congdoan')
  await union.goto(new URL('/2021/nominations?status=submitted', union.url()).href)
  await union.getByText('Phạm Nguyễn Tuệ Nhi').first().click()
  await union.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(union.getByRole('dialog').getByText('Đã duyệt').first()).toBeVisible()
  await union.goto(new URL('/2021/decisions', union.url()).href)
  await union.getByRole('button', { name: 'Lập dự thảo quyết định' }).click()
  await expect(union.getByText('Phạm Nguyễn Tuệ Nhi').first()).toBeVisible()

  const director = await as('giamdoc')
  await director.goto(union.url())
  await director.getByRole('button', { name: 'Ký quyết định' }).click()
  await director.getByRole('dialog').getByLabel('Số quyết định').fill('87')
  await director.getByRole('dialog').getByRole('button', { name: 'Ký quyết định' }).click()
  await expect(director.getByRole('heading', { name: /Quyết định khen thưởng số 87/ })).toBeVisible()

  const office = await as('vanphong')
  await office.goto(new URL('/2021/report', office.url()).href)
  await office.getByRole('button', { name: 'Lập báo cáo' }).click()
  await expect(office.getByText(/băng rôn/).first()).toBeVisible()
  await office.getByRole('tab', { name: 'Phụ lục số liệu' }).click()
  const figure = office
    .getByRole('link', { name: /Tin, bài.*mở danh sách/ })
    .or(office.getByRole('button', { name: /mở danh sách/ }))
    .first()
  await figure.click()
  await expect(office.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
  await office.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await office.getByRole('button', { name: 'Trình ký' }).click()

  await director.goto(new URL('/2021/report', director.url()).href)
  await director.getByRole('button', { name: 'Ký báo cáo' }).click()
  await director.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click()
  await expect(director.getByText(/SHA-256/).first()).toBeVisible()

  await office.reload()
  const [download] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name: /Tải báo cáo/ }).click()])
  const file = await readFile(await download.path())
  const body = docxWords(file)
  for (const words of [
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'BÁO CÁO',
    'Nơi nhận:',
    'Lưu: VT, VP.',
    'GIÁM ĐỐC',
    'Nguyễn Thanh Bình',
    'Phụ lục I',
  ]) {
    expect(body).toContain(words)
  }
  expect(body.match(/\.\/\./g)).toHaveLength(1)
  expect(mainPart(file)).toContain('<w:tbl>')
})
