import { expect, openAs, test } from './fixtures.ts'
import { startProgram } from './program.ts'

test('the first set-up by the printed link, with the sample; then an account and its first password', async ({ browser }) => {
  const program = await startProgram({})
  try {
    const link = /http\S+\/setup#\S+/.exec(program.output())?.[0] ?? ''
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    await page.goto(link)
    await page.getByLabel('Tên cơ quan').fill('Sở Khoa học và Công nghệ')
    await page.getByLabel('Cơ quan chủ quản').fill('Uỷ ban nhân dân tỉnh Bắc Giang')
    await page.getByLabel('Địa danh').fill('Bắc Giang')
    await page.getByLabel('Ký hiệu').fill('KHCN')
    await page.getByLabel('Chức danh người ký').fill('GIÁM ĐỐC')
    await page.getByLabel('Họ tên người ký').fill('Nguyễn Thanh Bình')
    await page.getByLabel('Họ và tên').fill('Hoàng Văn Thắng')
    await page.getByLabel('Tên đăng nhập').fill('thang.hv')
    await page.locator('input[autocomplete="new-password"]').first().fill('12345678')
    await page.getByLabel('Dữ liệu mẫu năm 2021').check()
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    await expect(page.getByText(/dễ đoán|quá yếu|phổ biến/)).toBeVisible()
    await page.locator('input[autocomplete="new-password"]').first().fill('mot-cau-de-nho')
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    await page.waitForURL((to) => !to.pathname.startsWith('/setup'))

    const admin = await openAs(browser, program.url, 'thang.hv', {}, 'mot-cau-de-nho')
    await expect(admin.getByText('hôm nay là 20/06/2021')).toBeVisible()
    await admin.goto(`${program.url}/accounts`)
    await admin.getByRole('button', { name: 'Thêm tài khoản' }).click()
    await admin.getByLabel('Họ và tên').fill('Trần Thị Minh Nguyệt')
    await admin.getByLabel('Tên đăng nhập').fill('congdoan')
    await admin
      .getByRole('textbox', { name: 'Vai trò' })
      .or(admin.getByRole('combobox', { name: 'Vai trò' }))
      .last()
      .click()
    await admin.getByRole('option', { name: 'Công đoàn' }).click()
    await admin.keyboard.press('Escape')
    await admin.getByRole('button', { name: 'Tạo tài khoản' }).click()
    const given = await admin.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/).textContent()

    const union = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    await union.goto(`${program.url}/sign-in`)
    await union.getByLabel('Tên đăng nhập').fill('congdoan')
    await union.locator('input[autocomplete="current-password"]').fill(given ?? '')
    await union.getByRole('button', { name: 'Đăng nhập' }).click()
    await union.waitForURL(/change-password/)
    await union.locator('input[autocomplete="current-password"]').fill(given ?? '')
    await union.locator('input[autocomplete="new-password"]').first().fill('con-ong-cham-chi')
    await union.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await union.waitForURL(/sign-in/)
    await openAs(browser, program.url, 'congdoan', {}, 'con-ong-cham-chi')
  } finally {
    await program.stop()
  }
})
