import { readFile } from 'node:fs/promises'
import { type Cell, sheetCells, workbookOf } from '@chung-tay/testing/workbook'
import type { Locator, Page } from '@playwright/test'
import { expect, openAs, test } from './fixtures.ts'

const xlsx = (rows: readonly (readonly Cell[])[]) => ({
  name: 'danh-sach-con-em.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: workbookOf({ rows, merges: [[0, 0, 0, 6]] }),
})

/** A list as a unit sent it: titles, headings of its own, letters and marks apart, capitals, an age for a day, a namesake. */
const nasty: readonly (readonly Cell[])[] = [
  ['DANH SÁCH CON CÁN BỘ, CÔNG CHỨC'],
  [],
  ['Số', 'Tên các bé', 'Chào đời', 'Phái', 'Lớp', 'Thân nhân', 'Là gì', 'Thuộc phòng'],
  [1, 'ĐINH GIA HƯNG', { day: '2013-05-24' }, 'Nam', '2A', 'Mai Xuân Trường', 'Bố', 'Trung tâm Ứng dụng'],
  [2, 'Đinh Khánh Vy'.normalize('NFD'), '5 tuổi', 'Nữ', '5 tuổi B', 'Mai Xuân Trường'.normalize('NFD'), 'Bố', 'Trung tâm Ứng dụng'],
  [3, 'Lâm Bảo An', '21/10/2012', 'Nữ', '3A2', 'Vi Thị Hạn', 'Mẹ', 'Trung tâm Ứng dụng'],
  [4, 'Lâm Bảo Ngân', '31/02/2014', 'Nữ', '1A', 'Vi Thị Hạnh', 'Mẹ', 'Trung tâm Ứng dụng'],
]

const table = (page: Page): Locator => page.getByRole('table', { name: 'Các dòng của bảng' })
const chooseColumn = async (page: Page, column: string, field: string) => {
  await page.getByRole('combobox', { name: `Cột ${column}:` }).click()
  await page.getByRole('option', { name: field, exact: true }).click()
}

test('a list as a unit sent it is told, completed on the spot, imported once, and what is left comes back as a file', async ({ browser, start }) => {
  // A program of its own: more children would change what other journeys count.
  const program = await start({ SAMPLE: '1' })
  const union = await openAs(browser, program.url, 'congdoan')
  await union.goto(`${program.url}/2021/children`)
  await union.getByRole('link', { name: 'Nhập từ bảng tính' }).click()
  await union.getByLabel('Tệp danh sách con em').setInputFiles(xlsx(nasty))

  // Headings that nobody knows are told once.
  await expect(union.getByRole('alert')).toContainText('Chưa đọc được bảng')
  await union.getByRole('button', { name: 'Chỉ ra các cột' }).click()
  await expect(union.getByText('Còn thiếu:')).toBeVisible()
  await chooseColumn(union, 'B', 'Họ và tên cháu')
  await chooseColumn(union, 'C', 'Ngày sinh')
  await chooseColumn(union, 'D', 'Giới tính')
  await chooseColumn(union, 'E', 'Lớp')
  await chooseColumn(union, 'F', 'Cán bộ: họ và tên')
  await chooseColumn(union, 'G', 'Quan hệ (bố, mẹ)')
  await chooseColumn(union, 'H', 'Cán bộ: đơn vị')
  await union.getByRole('button', { name: 'Ghi nhớ và đọc lại' }).click()

  // The dry run says of each row what it would do, and nothing is written.
  await expect(union.getByText('Cần xem lại: 3')).toBeVisible()
  await expect(table(union).getByText('Mới có tuổi, cần đủ ngày, tháng, năm sinh: 5 tuổi')).toBeVisible()
  await union.getByText('Tất cả (4)').click()
  await expect(table(union).getByText('Đinh Gia Hưng')).toBeVisible()

  // A slip of the key in the mother's name: a person says who it is, on the spot.
  await union.getByRole('button', { name: 'Bổ sung dòng 6' }).click()
  const dialog = union.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Vi Thị Hạnh/ }).check()
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click()
  await expect(union.getByText('Cần xem lại: 2')).toBeVisible()

  await union.getByRole('button', { name: 'Bổ sung dòng 5' }).click()
  await dialog.getByRole('textbox', { name: 'Ngày sinh' }).fill('06/02/2016')
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click()
  await expect(union.getByText('Cần xem lại: 1')).toBeVisible()

  await union.getByRole('button', { name: 'Nhập 3 cháu' }).click()
  await expect(union.getByText('Đã nhập: 3 cháu mới, 0 cháu được cập nhật')).toBeVisible()
  await expect(union.getByText('Không đổi: 3')).toBeVisible()
  await expect(union.getByText('Đã nhập xong các dòng đúng.')).toBeVisible()

  // What is left, as it was sent, with the reason beside it.
  const download = union.waitForEvent('download')
  await union.getByRole('link', { name: 'Tải các dòng có lỗi (.xlsx)' }).click()
  const cells = sheetCells(await readFile(await (await download).path()))
  expect(cells).toHaveLength(2)
  expect(cells[1]?.slice(1, 3)).toEqual(['Lâm Bảo Ngân', '31/02/2014'])
  expect(cells[1]?.at(-1)).toContain('Ngày sinh không có trong lịch')

  // The same file from a phone, by another window: known headings, answers kept, and nothing new.
  const phone = await openAs(browser, program.url, 'congdoan', { viewport: { width: 360, height: 740 } })
  await phone.goto(`${program.url}/2021/children/import`)
  await phone.getByLabel('Tệp danh sách con em').setInputFiles(xlsx(nasty))
  await expect(phone.getByText('Không đổi: 3')).toBeVisible()
  await expect(phone.getByText('Cần xem lại: 1')).toBeVisible()
  await phone.getByRole('button', { name: 'Bổ sung dòng 7' }).click()
  await phone.getByRole('dialog').getByRole('textbox', { name: 'Ngày sinh' }).fill('28/02/2014')
  await phone.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).click()
  await phone.getByRole('button', { name: 'Nhập 1 cháu' }).click()
  await expect(phone.getByText('Đã nhập xong toàn bộ danh sách.')).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await phone.getByRole('link', { name: 'Xem danh sách trẻ em' }).click()
  await phone
    .getByRole('searchbox')
    .or(phone.getByLabel(/Tìm tên cháu/))
    .first()
    .fill('lam bao ngan')
  await expect(phone.getByText('Lâm Bảo Ngân')).toBeVisible()
})

test('cells pasted from Excel are read like a file', async ({ as, program }) => {
  const union = await as('congdoan')
  await union.goto(`${program.url}/2021/children/import`)
  await union.getByRole('button', { name: 'Dán từ Excel' }).click()
  const rows = [
    ['Họ tên con', 'Ngày sinh', 'Giới tính', 'Mã cán bộ', 'Quan hệ'],
    ['Hoàng Bảo Ngọc', '19/08/2015', 'Nữ', 'KH007', 'Bố'],
  ]
  await union.getByLabel('Các ô đã sao chép').fill(rows.map((cells) => cells.join('\t')).join('\n'))
  await union.getByRole('button', { name: 'Đọc bảng đã dán' }).click()
  // She is known already: nothing would change.
  await expect(union.getByText('Không đổi: 1')).toBeVisible()
  await expect(union.getByRole('button', { name: 'Nhập 0 cháu' })).toBeDisabled()
})
