import { expect, test } from './fixtures.ts'

test('the same tasks as a board, a calendar, a timeline, a matrix and one’s own work', async ({ as, program }) => {
  const at = (path: string) => program.url + path
  const office = await as('vanphong')
  await office.goto(at('/2021/tasks'))
  await office.getByRole('button', { name: 'Tiến độ theo đơn vị' }).click()
  await expect(office.getByRole('table', { name: 'Tiến độ theo đơn vị' })).toContainText('Tỷ lệ đúng hạn')

  // A cell of the matrix opens exactly its tasks.
  await office.getByRole('tab', { name: 'Ma trận' }).click()
  const matrix = office.getByRole('table', { name: 'Ma trận đơn vị và nội dung' })
  const cell = matrix.getByRole('link').first()
  const words = await cell.textContent()
  const [, total] = /(\d+)\s*$/.exec(/\d+\/(\d+)/.exec(words ?? '')?.[0] ?? '') ?? []
  await cell.click()
  await expect(office).toHaveURL(/unitId=.*activityId=|activityId=.*unitId=/)
  await expect(office.getByText(`${total} dòng`, { exact: true })).toBeVisible()

  // Each picture keeps its own conditions; the address says them.
  await office.getByRole('tab', { name: 'Trạng thái' }).click()
  const board = office.getByRole('region', { name: 'Bảng trạng thái' })
  await expect(board.getByRole('region', { name: 'Hoàn thành' }).getByRole('listitem').first()).toBeVisible()
  await office.getByRole('combobox', { name: 'Nội dung kế hoạch' }).click()
  await office.getByRole('option', { name: /^II\.5/ }).click()
  await expect(office).toHaveURL(/activityId=/)
  await office.getByRole('tab', { name: 'Lịch' }).click()
  await expect(office).not.toHaveURL(/activityId=/)
  await expect(office.getByRole('heading', { name: 'Tháng 6 năm 2021' })).toBeVisible()
  await expect(office.getByRole('table', { name: 'Lịch nhiệm vụ' }).getByRole('listitem').first()).toBeVisible()
  await office.getByRole('tab', { name: 'Trạng thái' }).click()
  await expect(office).toHaveURL(/activityId=/)
  await office.getByRole('tab', { name: 'Dòng thời gian' }).click()
  await expect(office.getByRole('region', { name: 'Phòng Quản lý Khoa học' }).getByRole('listitem').first()).toBeVisible()

  // A head on a phone sees the own work, the most pressing first, and moves a card by its menu.
  const head = await as('truongphong', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  await head.goto(at('/2021/tasks/mine'))
  await expect(head.getByRole('listitem').first()).toBeVisible()
  for (const view of ['mine', 'board', 'calendar', 'timeline', 'matrix']) {
    await head.goto(at(`/2021/tasks/${view}`))
    await expect(head.getByRole('heading', { name: 'Nhiệm vụ', exact: true })).toBeVisible()
    expect(await head.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
  }
})
