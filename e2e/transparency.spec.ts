import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openAs, test } from './fixtures.ts'

const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
}

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('the agency shows a year to everybody, a giver agrees and takes it back, and the agency hides the year again', async ({ browser, start }) => {
  const { url } = await start({ SAMPLE: '1' })
  const everybody = await (await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'vi-VN' })).newPage()
  await everybody.goto(`${url}/cong-khai/2021`)
  await expect(everybody.getByRole('heading', { name: 'Không có trang công khai nào ở đây' })).toBeVisible()

  const office = await openAs(browser, url, 'vanphong')
  await office.goto(`${url}/agency/letterhead`)
  const card = office.getByRole('region', { name: 'Trang công khai đóng góp' })
  await card.getByRole('switch', { name: 'Công khai năm 2021' }).click()
  const asked = office.getByRole('dialog', { name: 'Công khai năm 2021 cho mọi người?' })
  await asked.getByRole('button', { name: 'Công khai' }).click()
  await expect(card.getByRole('link', { name: 'Xem trang năm 2021' })).toBeVisible()

  await everybody.goto(`${url}/cong-khai`)
  await expect(everybody.getByRole('heading', { name: 'Công khai đóng góp năm 2021' })).toBeVisible()
  const fund = everybody.getByRole('table', { name: 'Thu, chi của Quỹ Bảo trợ trẻ em' })
  await expect(fund.getByRole('row', { name: /Còn lại/ })).toContainText('đ')
  const givers = everybody.getByRole('region', { name: 'Người ủng hộ' })
  await expect(givers).toContainText('Công ty TNHH Thiết bị Khoa học Sông Thương – 10.000.000')
  await expect(givers).toContainText('Một gia đình ở phường Dĩnh Kế')
  await expect(givers).not.toContainText('Trần Quốc Huy')
  await expect(givers).toContainText(/\d+ người ủng hộ không nêu tên/)
  expect(await scrollsSideways(everybody)).toBe(false)
  expect(await faultsOf(everybody)).toEqual([])

  const union = await openAs(browser, url, 'congdoan')
  await union.goto(`${url}/2021/donations?q=ngoc+anh`)
  await union.getByRole('row').filter({ hasText: 'Trịnh Thị Ngọc Ánh' }).first().click()
  await union.getByRole('button', { name: 'Sửa người ủng hộ' }).click()
  const form = union.getByRole('dialog', { name: 'Trịnh Thị Ngọc Ánh' })
  await form.getByRole('checkbox', { name: 'Không nêu tên' }).uncheck()
  await form.getByLabel('Tên muốn nêu').fill('Cô giáo Ánh')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await everybody.reload()
  await expect(givers.getByText('Cô giáo Ánh', { exact: true })).toBeVisible()
  await union.getByRole('button', { name: 'Sửa người ủng hộ' }).click()
  await form.getByRole('checkbox', { name: 'Không nêu tên' }).check()
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await everybody.reload()
  await expect(fund).toBeVisible()
  await expect(givers.getByText('Cô giáo Ánh')).toHaveCount(0)

  await card.getByRole('switch', { name: 'Công khai năm 2021' }).click()
  await expect(card.getByRole('link', { name: 'Xem trang năm 2021' })).toHaveCount(0)
  await everybody.reload()
  await expect(everybody.getByRole('heading', { name: 'Không có trang công khai nào ở đây' })).toBeVisible()
})
