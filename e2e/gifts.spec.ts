import { expect, test } from './fixtures.ts'

test('the desk finds a family without marks, hands a gift to a proxy and shows who has it already', async ({ as }) => {
  const union = await as('congdoan')
  await union.goto(new URL('/2021/gift-lists', union.url()).href)
  await union.getByText('Quà Tết thiếu nhi 1-6 năm 2021').click()
  await union.getByRole('link', { name: 'Bàn trao quà' }).click()
  const search = union.getByRole('combobox', { name: 'Tên cháu hoặc bố mẹ' })
  // Nobody's name is shown before somebody is looked for.
  const found = union.getByRole('listbox', { name: 'Các cháu tìm thấy', includeHidden: true }).getByRole('option')
  await expect(found).toHaveCount(0)
  await search.fill('vu hai dang')
  await expect(found.filter({ hasText: 'Nguyễn Vũ Hải Đăng' })).toBeVisible()
  await search.press('Enter')
  await union.getByLabel('Người khác nhận thay').check()
  await union.getByLabel('Họ và tên người nhận thay').fill('Lê Văn Thọ')
  await union.getByLabel('Quan hệ với cháu').fill('Ông nội')
  await union.getByRole('button', { name: 'Trao 1 suất quà' }).click()
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('')
  await search.fill('vu hai dang')
  await expect(union.getByText(/Lê Văn Thọ \(Ông nội\)/).first()).toBeVisible()
  await expect(union.getByText('Đã nhận rồi').first()).toBeVisible()
})
