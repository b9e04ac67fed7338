import { expect, openAs, test } from './fixtures.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('the plan is told to everybody: confirmed with an account, by a printed code on a phone, and on paper', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/2021/notices`)
  await office.getByRole('button', { name: 'Soạn thông báo' }).first().click()
  await expect(office.getByRole('dialog').getByLabel('Nội dung')).toHaveValue(/phổ biến Kế hoạch đến gia đình/)
  await office.getByRole('dialog').getByLabel('Tiêu đề').fill('Thông báo bổ sung về Tháng hành động')
  await office.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await office.getByRole('button', { name: 'Gửi thông báo' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click()
  const progress = office.getByRole('region', { name: 'Tỷ lệ đã đọc' })
  await expect(progress).toContainText('(0%)')
  const address = office.url()

  const employee = await openAs(browser, program.url, 'canbo', phone)
  await employee.goto(address)
  await employee.getByRole('button', { name: 'Tôi đã đọc và phổ biến cho gia đình' }).click()
  await expect(employee.getByText('Đã đọc', { exact: true })).toBeVisible()
  await expect(employee.getByRole('region', { name: 'Tỷ lệ đã đọc' })).toBeHidden()

  // The office prints the slips; the code on one opens the notice on a phone without an account.
  await office.getByRole('link', { name: 'Bản in có mã QR' }).click()
  await expect(office.getByRole('img', { name: /^Mã QR của/ }).first()).toBeVisible()
  const answer = await office.request.get(`${program.url}/api/notices/${address.split('/').at(-1)}/sheet`)
  const { items } = (await answer.json()) as { items: { token: string; employeeName: string }[] }
  const someone = await (await browser.newContext({ ...phone, locale: 'vi-VN' })).newPage()
  await someone.goto(`${program.url}/n/${items[0]?.token}`)
  await expect(someone.getByText(`Kính gửi: ${items[0]?.employeeName}`)).toBeVisible()
  await someone.getByRole('button', { name: 'Tôi đã đọc và phổ biến cho gia đình' }).click()
  await expect(someone.getByText('Cảm ơn, đã ghi nhận')).toBeVisible()
  expect(await someone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await someone.goto(`${program.url}/n/${'x'.repeat(22)}`)
  await expect(someone.getByText('Không mở được thông báo')).toBeVisible()

  // The head sees who of the own unit has not read; the office sees how many.
  const head = await openAs(browser, program.url, 'truongphong')
  await head.goto(address)
  const people = head.getByRole('region', { name: 'Người trong đơn vị' })
  await people.getByRole('button', { name: 'Đã đọc trên giấy' }).first().click()
  await expect(people.getByText('(trên giấy)')).toBeVisible()
  const director = await openAs(browser, program.url, 'giamdoc')
  await director.goto(address)
  await expect(director.getByRole('region', { name: 'Tỷ lệ đã đọc' })).not.toContainText('(0%)')
  // The director heads the unit of the leadership, and sees the names of that one only.
  const own = director.getByRole('region', { name: 'Người trong đơn vị' })
  await expect(own).toContainText('Nguyễn Thanh Bình')
  await expect(people).toContainText('Bùi Đức Anh')
  await expect(own).not.toContainText('Bùi Đức Anh')
})
