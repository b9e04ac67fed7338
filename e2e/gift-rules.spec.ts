import { expect, openAs, test } from './fixtures.ts'

test('a list by conditions: counted while it is typed, a child added by hand, short of money, approved, and a supplement after that', async ({
  browser,
  start,
}) => {
  const program = await start({ SAMPLE: '1' })
  const union = await openAs(browser, program.url, 'congdoan')
  await union.goto(`${program.url}/2021/gift-lists?open=new`)
  const form = union.getByRole('dialog', { name: 'Lập danh sách nhận quà' })
  await form.getByLabel('Tên danh sách').fill('Sách cho cháu gái từ 6 đến dưới 11 tuổi')
  await form.getByRole('combobox', { name: 'Quà' }).click()
  await union.getByRole('option', { name: /Bộ sách khoa học/ }).click()
  await form.getByLabel('Từ (tuổi)').fill('6')
  await form.getByLabel('Đến dưới (tuổi)').fill('11')
  await form.getByLabel('Bố mẹ công tác tại cơ quan vào ngày', { exact: true }).fill('15/05/2021')
  await form.getByRole('combobox', { name: 'Giới tính' }).click()
  await union.getByRole('option', { name: 'Nữ' }).click()
  await expect(form.getByRole('status')).toContainText(/Tìm được \d+ cháu/)
  await expect(form.getByRole('status')).toContainText('Khác giới tính')
  const found = /Tìm được (\d+) cháu/.exec((await form.getByRole('status').textContent()) ?? '')?.[1]
  await form.getByRole('button', { name: 'Tạo danh sách' }).click()

  await expect(union.getByText(/Từ 6 đến dưới 11 tuổi vào ngày 01\/06\/2021; có bố, mẹ .* vào ngày 15\/05\/2021; là cháu gái/)).toBeVisible()
  await union.getByRole('button', { name: 'Tìm các cháu' }).click()
  await expect(union.getByText(new RegExp(`Danh sách có ${found} cháu`))).toBeVisible()
  await union.getByRole('button', { name: 'Các cháu không thuộc danh sách và lý do' }).click()
  const outside = union.getByRole('table', { name: 'Các cháu không thuộc danh sách' })
  await expect(outside.getByRole('row', { name: /Ngô Bá Hiếu/ })).toContainText('Khác giới tính')
  await outside.getByRole('button', { name: 'Thêm Ngô Bá Hiếu' }).click()
  await union.getByRole('dialog').getByRole('textbox').fill('Cháu khuyết tật, Ban Chấp hành thống nhất tặng thêm')
  await union.getByRole('dialog').getByRole('button', { name: 'Thêm vào danh sách' }).click()
  const lines = union.getByRole('table', { name: 'Các cháu trong danh sách' })
  await expect(lines.getByRole('row', { name: /Ngô Bá Hiếu/ })).toContainText('Thêm tay')

  // Without a fund it does not leave.
  await union.getByRole('button', { name: 'Trình Lãnh đạo' }).click()
  await expect(union.getByText(/Hãy chọn quỹ chi/)).toBeVisible()
  await union.getByRole('button', { name: 'Sửa' }).click()
  const edit = union.getByRole('dialog', { name: 'Sửa danh sách' })
  await edit.getByRole('combobox', { name: 'Quỹ chi' }).click()
  await union.getByRole('option', { name: 'Ủng hộ trẻ em khuyết tật' }).click()
  await edit.getByRole('button', { name: 'Lưu' }).click()
  await expect(union.getByText(/kho có đủ/)).toBeVisible()
  await union.getByRole('button', { name: 'Trình Lãnh đạo' }).click()
  await expect(union.getByText('Chờ duyệt').first()).toBeVisible()
  const address = union.url()

  const director = await openAs(browser, program.url, 'giamdoc')
  await director.goto(address)
  await expect(director.getByText(/Từ 6 đến dưới 11 tuổi/)).toBeVisible()
  await director.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(director.getByText(/duyệt lúc/)).toBeVisible()

  // What comes after the approval is a supplement of its own.
  await union.reload()
  await union.getByRole('button', { name: 'Các cháu không thuộc danh sách và lý do' }).click()
  await outside.getByRole('button', { name: 'Thêm Trần Quốc Bảo' }).click()
  await union.getByRole('dialog').getByRole('textbox').fill('Em trai cháu đã có tên trong danh sách')
  await union.getByRole('dialog').getByRole('button', { name: 'Thêm vào danh sách' }).click()
  await expect(union.getByRole('heading', { name: 'Bổ sung lần 1' })).toBeVisible()
  await union.getByRole('button', { name: 'Trình danh sách bổ sung' }).click()
  await director.reload()
  await expect(lines.getByRole('row', { name: /Trần Quốc Bảo/ })).toHaveCount(0)
  await director.getByRole('button', { name: 'Duyệt bổ sung' }).click()
  await expect(director.getByRole('table', { name: 'Các cháu trong danh sách' }).getByRole('row', { name: /Trần Quốc Bảo/ })).toContainText(
    'Bổ sung lần 1',
  )
})
