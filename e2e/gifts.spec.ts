import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('the desk finds a family without marks, hands a gift to a proxy and shows who has it already; another takes it back', async ({ as }) => {
  const union = await as('congdoan')
  await union.goto(new URL('/2021/gift-lists', union.url()).href)
  await union.getByText('Quà Tết thiếu nhi 1-6 năm 2021').click()
  await union.getByRole('link', { name: 'Bàn trao quà' }).waitFor()
  const listAddress = union.url()
  await union.getByRole('link', { name: 'Bàn trao quà' }).click()
  const search = union.getByRole('combobox', { name: 'Tên cháu hoặc bố mẹ' })
  // Nobody's name is shown before somebody is looked for.
  const found = union.getByRole('listbox', { name: 'Các cháu tìm thấy', includeHidden: true }).getByRole('option')
  await expect(found).toHaveCount(0)
  // Who waits comes first, and what does not fit is counted.
  await search.fill('n')
  await expect(found).toHaveCount(30)
  await expect(found.first()).not.toContainText('Đã nhận rồi')
  await expect(found.last()).toContainText('Đã nhận rồi')
  await expect(union.getByText(/^Còn \d+ cháu nữa/)).toBeVisible()
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
  await expect(union.getByText('Đã trao tại máy này').first()).toBeVisible()

  // Not by who gave it, but by the director: it waits again.
  const undo = async (page: Page) => {
    await page.goto(listAddress)
    await page.getByLabel('Tìm theo tên cháu, không cần gõ dấu').fill('vu hai dang')
    await page
      .getByRole('row', { name: /Nguyễn Vũ Hải Đăng/ })
      .getByRole('button', { name: 'Hủy lần trao' })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Bấm nhầm cháu, quà đã thu lại')
    await dialog.getByRole('button', { name: 'Hủy lần trao' }).click()
  }
  await undo(union)
  await expect(union.getByText(/Người đã trao không tự hủy được/)).toBeVisible()
  const director = await as('giamdoc')
  await undo(director)
  await expect(director.getByRole('row', { name: /Nguyễn Vũ Hải Đăng/ }).getByText('Chưa nhận')).toBeVisible()
})
