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
    await page.goto(`${program.url}/2021/stock-counts`)
    await page.getByText('KK0001/2021').click()
    await expect(page.getByRole('heading', { name: /^Biên bản kiểm kê/ })).toBeVisible()
    faults.push(...(await faultsOf(page, 'a finished count')))
    // One count is open at a time: whoever comes second finds it begun.
    const headers = { 'x-requested-with': 'chung-tay', 'idempotency-key': crypto.randomUUID() }
    await page.request.post(`${program.url}/api/stock-counts`, { headers, data: { countedOn: '2021-06-20' } })
    await page.goto(`${program.url}/2021/stock-counts?status=open`)
    await page.getByText('Ngày 20/06/2021').click()
    await page.getByRole('button', { name: 'Thêm người kiểm kê' }).click()
    faults.push(...(await faultsOf(page, 'a count being filled in')))
    await page.goto(`${program.url}/2021/stock`)
    await page.getByText('Suất quà học tập').click()
    await page.getByRole('tab', { name: 'Thành phần' }).click()
    await expect(page.getByRole('button', { name: 'Đóng quà' })).toBeVisible()
    faults.push(...(await faultsOf(page, 'what a kit is made of')))
    await page.getByRole('button', { name: 'In thẻ kho' }).click()
    faults.push(...(await faultsOf(page, 'a stock card to be printed')))
    await page.keyboard.press('Escape')
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

/** Whether everybody may see the year 2021: set by the session that the page has. */
const showToAll = (page: Page, shown: boolean) =>
  page.evaluate(
    async (years) => {
      const { version } = (await (await fetch('/api/agency')).json()) as { version: number }
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` }
      return (await fetch('/api/agency/public-years', { method: 'PUT', headers, body: JSON.stringify({ years }) })).status
    },
    shown ? [2021] : [],
  )

for (const way of [desk, phone]) {
  test(`axe finds nothing on the pages beside the menu, ${way.colorScheme}`, async ({ as, browser, program }) => {
    const faults: string[] = []
    const union = await as('congdoan', way)
    await union.goto(`${program.url}/data-requests?sort=-receivedOn`)
    await union.getByRole('row', { name: /Phạm Trần Bảo Anh/ }).click()
    await expect(union.getByRole('dialog').getByText('Đã đối chiếu giấy khai sinh', { exact: false })).toBeVisible()
    faults.push(...(await faultsOf(union, 'a request about data')))
    await union.goto(`${program.url}/2021/gift-lists`)
    await union.getByText('Quà Tết thiếu nhi 1-6 năm 2021').click()
    await expect(union.getByRole('heading', { level: 1, name: 'Quà Tết thiếu nhi 1-6 năm 2021' })).toBeVisible()
    await union.goto(`${union.url().split('?')[0]}/paper`)
    await expect(union.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    faults.push(...(await faultsOf(union, 'the entry of signed paper')))
    for (const path of ['gift-lines', 'gift-codes', 'children/duplicates']) {
      await union.goto(`${program.url}/2021/${path}`)
      await expect(union.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      faults.push(...(await faultsOf(union, path)))
    }
    const parent = await as('canbo', way)
    await parent.goto(`${program.url}/2021/children`)
    await parent.getByRole('row', { name: /Tuệ Nhi/ }).click()
    await parent.getByRole('tab', { name: 'Sự đồng ý' }).click()
    await expect(parent.getByRole('region', { name: 'Công bố hình ảnh' })).toBeVisible()
    faults.push(...(await faultsOf(parent, 'consents for a child')))
    await parent.getByRole('region', { name: 'Lập danh sách và trao quà' }).getByRole('button', { name: 'Rút lại' }).click()
    faults.push(...(await faultsOf(parent, 'a consent to be withdrawn')))
    await parent.keyboard.press('Escape')
    await parent.getByRole('tab', { name: 'Quyền của gia đình' }).click()
    await expect(parent.getByRole('button', { name: 'Xóa dữ liệu…' })).toBeVisible()
    faults.push(...(await faultsOf(parent, 'the rights of a family')))
    await parent.goto(`${program.url}/2021/gift-codes`)
    await expect(parent.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    faults.push(...(await faultsOf(parent, 'codes of the own children')))
    const communications = await as('ungdung', way)
    await communications.goto(`${program.url}/2021/publications?open=new`)
    await communications.getByRole('button', { name: 'Thêm cháu' }).click()
    await expect(communications.getByRole('combobox', { name: 'Họ và tên cháu' })).toBeVisible()
    faults.push(...(await faultsOf(communications, 'a piece that names a child')))
    const office = await as('vanphong', way)
    expect(await showToAll(office, true)).toBe(200)
    const everybody = await (await browser.newContext({ ...way, locale: 'vi-VN' })).newPage()
    await everybody.goto(`${program.url}/cong-khai/2021`)
    await expect(everybody.getByRole('heading', { name: 'Công khai đóng góp năm 2021' })).toBeVisible()
    faults.push(...(await faultsOf(everybody, 'the public page')))
    expect(await showToAll(office, false)).toBe(200)
    await everybody.context().close()
    expect(faults).toEqual([])
  })
}
