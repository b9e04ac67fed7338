import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The two differ in everything that can be wrong; most pages are seen both ways, by one person or the other. */
const desk = { viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' } as const
const phone = { viewport: { width: 360, height: 740 }, colorScheme: 'dark', reducedMotion: 'reduce' } as const

/** Nothing is loading and nothing moves any more. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    for (let still = 0; still < 3; still = document.getAnimations().length === 0 ? still + 1 : 0) await frame()
  })
}

/** What axe finds on the page as it now is: the rule, the place, and what would mend it. */
const faultsOf = async (page: Page, where: string): Promise<string[]> => {
  await settled(page)
  // The program has no frames: their results need not be gathered, for which the tool would open another page each time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: tags, resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where} ${id} ${node.target.join(' ')}: ${node.failureSummary}`))
}

const people = [
  ['vanphong', 'on a desk in the light', desk],
  ['congdoan', 'on a phone in the dark', phone],
  ['truongphong', 'on a phone in the dark', phone],
  ['canbo', 'on a desk in the light', desk],
] as const

for (const [account, where, way] of people) {
  test(`axe finds nothing on any page of ${account}’s menu, ${where}`, async ({ as }) => {
    const page = await as(account, way)
    const burger = page.getByRole('button', { name: 'Mở trình đơn' })
    if (way === phone) await burger.click()
    const links = page.getByRole('navigation').getByRole('link')
    await expect(links.nth(4)).toBeVisible()
    const faults: string[] = []
    for (const path of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      if (way === phone && (await burger.isVisible())) await burger.click()
      await Promise.all([page.waitForURL(`**${path}`), page.locator(`nav a[href="${path}"]`).click()])
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      faults.push(...(await faultsOf(page, path)))
    }
    expect(faults).toEqual([])
  })
}

for (const way of [desk, phone]) {
  test(`axe finds nothing on the sign-in page, in a form with mistakes and in records, ${way.colorScheme}`, async ({ browser, program }) => {
    const page = await (await browser.newContext({ ...way, locale: 'vi-VN' })).newPage()
    await page.goto(`${program.url}/sign-in`)
    const faults = await faultsOf(page, '/sign-in')
    await signIn(page, program.url, 'congdoan')
    await page.goto(`${program.url}/2021/donations?open=new`)
    const form = page.getByRole('dialog')
    await form.locator('[type=submit]').click()
    await expect(form.locator('[aria-invalid=true]').first()).toBeVisible()
    faults.push(...(await faultsOf(page, 'a form with mistakes')))
    for (const list of ['donations', 'children']) {
      await page.goto(`${program.url}/2021/${list}`)
      await page.getByRole('table').locator('tbody').getByRole('button').first().click()
      await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible()
      faults.push(...(await faultsOf(page, `a record of ${list}`)))
    }
    for (const view of ['mine', 'board', 'calendar', 'timeline', 'matrix']) {
      await page.goto(`${program.url}/2021/tasks/${view}`)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      faults.push(...(await faultsOf(page, `tasks as ${view}`)))
    }
    await page.goto(`${program.url}/2021/children/import`)
    faults.push(...(await faultsOf(page, 'a list of children to be chosen')))
    await page.getByRole('button', { name: 'Dán từ Excel' }).click()
    await page.getByLabel('Các ô đã sao chép').fill('Họ tên con\tNgày sinh\tGiới tính\tCán bộ\nLâm Bảo An\t5 tuổi\tNữ\tVi Thị Hạn')
    faults.push(...(await faultsOf(page, 'cells to be pasted')))
    await page.getByRole('button', { name: 'Đọc bảng đã dán' }).click()
    await page.getByRole('button', { name: 'Bổ sung dòng 2' }).click()
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
    faults.push(...(await faultsOf(page, 'a row that a person completes')))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ý nghĩa các cột' }).click()
    await expect(page.getByRole('combobox', { name: 'Cột A: Họ tên con' })).toBeVisible()
    faults.push(...(await faultsOf(page, 'the columns of a table')))
    await page.goto(`${program.url}/2021/gift-lists`)
    await page.getByText('Quà Tết thiếu nhi 1-6 năm 2021').click()
    await page.getByRole('link', { name: 'Bàn trao quà' }).click()
    await page.getByRole('combobox', { name: 'Tên cháu hoặc bố mẹ' }).fill('nguyen')
    faults.push(...(await faultsOf(page, 'the search of the desk')))
    await page.getByRole('combobox', { name: 'Tên cháu hoặc bố mẹ' }).press('Enter')
    faults.push(...(await faultsOf(page, 'a family at the desk')))
    expect(faults).toEqual([])
    await page.context().close()
  })
}
