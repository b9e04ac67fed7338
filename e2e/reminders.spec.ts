import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const faultsOf = async (page: Page) => {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ runOnly }).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('a unit head chooses when to be reminded and makes a calendar address, which ends when it is revoked', async ({ as, request }) => {
  const page = await as('truongphong', { viewport: { width: 360, height: 740 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await page.getByRole('menuitem', { name: 'Nhắc việc và lịch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nhắc việc và lịch' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Nhắc từ' }).click()
  await page.getByRole('option', { name: '09:00' }).click()
  await page.getByText('Thứ Tư', { exact: true }).click()
  await expect(page.getByText('Bạn được nhắc từ 09:00 đến 21:00')).toBeVisible()
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã lưu cách nhắc việc')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Nhắc từ' })).toHaveValue('09:00')
  await expect(page.getByRole('checkbox', { name: 'Thứ Tư' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Thứ Hai' })).not.toBeChecked()

  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click()
  const first = await page.getByLabel('Địa chỉ lịch', { exact: true }).inputValue()
  await expect(page.getByRole('link', { name: 'Mở bằng ứng dụng lịch' })).toHaveAttribute('href', first.replace('http:', 'webcal:'))
  expect(await faultsOf(page)).toEqual([])
  const calendar = await request.get(first)
  expect([calendar.status(), calendar.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
  const etag = calendar.headers().etag ?? ''
  expect((await request.get(first, { headers: { 'if-none-match': etag } })).status()).toBe(304)

  await page.reload()
  await expect(page.getByLabel('Địa chỉ lịch', { exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Tạo địa chỉ mới' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo địa chỉ mới' }).click()
  const second = await page.getByLabel('Địa chỉ lịch', { exact: true }).inputValue()
  expect(second).not.toBe(first)
  expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200])

  await page.getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await expect(page.getByText('Chưa tạo')).toBeVisible()
  expect((await request.get(second)).status()).toBe(404)
})

test('the administrator sees a letter that failed and has it tried again', async ({ as }) => {
  const page = await as('quantri')
  await page.getByRole('link', { name: 'Thư chưa gửi được' }).click()
  const row = page.getByRole('row').filter({ hasText: 'phong.tccl@sokhcn.bacgiang.example' })
  await expect(row.getByText('Đã ngừng sau 6 lần')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Gửi lại' }).click()
  await expect(row.getByText(/Gửi lại lúc/)).toBeVisible()
})
