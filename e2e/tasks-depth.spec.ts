import type { Page } from '@playwright/test'
import { expect, photo, test } from './fixtures.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }

const assign = async (office: Page, title: string, more: (form: ReturnType<Page['getByRole']>) => Promise<void>) => {
  await office.goto(new URL('/2021/tasks?open=new', office.url()).href)
  const form = office.getByRole('dialog')
  await form.getByLabel('Nội dung trong kế hoạch').click()
  await office.getByRole('option', { name: /II\.5/ }).click()
  await form.getByLabel('Tên nhiệm vụ').fill(title)
  await form.getByRole('textbox', { name: 'Hạn hoàn thành' }).fill('18062021')
  await more(form)
  await form.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
  await expect(form).toBeHidden()
}

const openTask = async (page: Page, title: string, unit = 'Phòng Quản lý Khoa học') => {
  await page.goto(new URL(`/2021/tasks?q=${encodeURIComponent(title)}`, page.url()).href)
  await page.getByRole('row').filter({ hasText: title }).filter({ hasText: unit }).getByText(title).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('a unit with a day of its own, evidence, figures and steps; three taps on the phone: receive, photograph, send', async ({ as }) => {
  const title = `Sinh hoạt hè cho con em ${Date.now()}`
  const office = await as('vanphong')
  await assign(office, title, async (form) => {
    await form.getByRole('switch', { name: 'Hạn riêng cho từng đơn vị' }).click()
    await form.getByRole('textbox', { name: 'Phòng Quản lý Khoa học' }).fill('28062021')
    await form.getByRole('button', { name: 'Thêm minh chứng' }).click()
    await form.getByLabel('Nội dung minh chứng 1').fill('Ảnh buổi sinh hoạt')
    await form.getByLabel('Các bước việc').fill('Mời các cháu\nChuẩn bị quà')
  })

  const head = await as('truongphong', phone)
  await openTask(head, title)
  await expect(head.getByRole('region', { name: 'Thông tin nhiệm vụ' }).getByText('28/06/2021')).toBeVisible()
  await head.getByRole('button', { name: 'Tiếp nhận' }).click()
  const bar = head.getByRole('region', { name: 'Bước tiếp theo' })
  await expect(bar.getByText('Còn thiếu: 1 minh chứng')).toBeVisible()
  await bar.locator('input[type=file]').setInputFiles(await photo())
  await expect(head.getByText('1/1')).toBeVisible()
  await expect(bar.getByText('Còn 2 bước chưa đánh dấu')).toBeVisible()
  await bar.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Chờ nghiệm thu').first()).toBeVisible()
  await expect(bar).toBeHidden()
})

test('a part given to an employee holds the report up until it is ticked; figures asked are typed once', async ({ as }) => {
  const title = `Lập danh sách trẻ em ${Date.now()}`
  const office = await as('vanphong')
  await assign(office, title, async (form) => {
    await form.getByLabel('Số liệu đơn vị phải báo cáo').first().click()
    await office.getByRole('option', { name: 'Số trẻ em' }).click()
  })
  const head = await as('truongphong')
  await openTask(head, title)
  await head.getByRole('button', { name: 'Tiếp nhận' }).click()
  await head.getByRole('button', { name: 'Thêm bước việc' }).click()
  const form = head.getByRole('dialog')
  await form.getByLabel('Việc cần làm').fill('Hỏi ngày sinh các cháu')
  await form.getByLabel('Giao cho').fill('thuy duong')
  await head.getByRole('option', { name: /Thuỳ Dương/ }).click()
  await form.getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(form).toBeHidden()
  await head
    .locator('input[type=file]')
    .last()
    .setInputFiles(await photo())
  await head.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Hãy nhập một số').or(head.getByText('Mục này không được để trống.')).first()).toBeVisible()
  await head.getByRole('textbox', { name: 'Số trẻ em' }).fill('12')
  await head.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Còn phần việc giao cho cán bộ chưa xong: Hỏi ngày sinh các cháu.')).toBeVisible()

  const clerk = await as('canbo', phone)
  await clerk.getByRole('link', { name: /Phần việc được giao cho tôi/ }).click()
  await clerk.getByText(title).first().click()
  await clerk.getByRole('checkbox', { name: 'Hỏi ngày sinh các cháu' }).click()
  await expect(clerk.getByText('1/1 xong')).toBeVisible()

  await head.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Chờ nghiệm thu').first()).toBeVisible()
  await expect(head.getByRole('region', { name: 'Kết quả đã báo cáo' }).getByText('12', { exact: true })).toBeVisible()
})

test('chased twice, answered, and leadership is told; a later day is asked for and granted', async ({ as }) => {
  const title = `Rà soát trẻ em khó khăn ${Date.now()}`
  const office = await as('vanphong')
  await assign(office, title, async () => {})
  await office.goto(new URL(`/2021/tasks?open=chase&q=${encodeURIComponent(title)}`, office.url()).href)
  const drawer = office.getByRole('dialog')
  await expect(drawer.getByText('Phòng Quản lý Khoa học').first()).toBeVisible()
  await drawer.getByRole('button', { name: /Đôn đốc \d+ nhiệm vụ/ }).click()
  await office.getByLabel('Nội dung đôn đốc').fill('Đề nghị báo cáo trước 22/6')
  await office.getByRole('button', { name: 'Gửi đôn đốc' }).click()
  await expect(office.getByText(/Đã đôn đốc \d+ nhiệm vụ/)).toBeVisible()

  const head = await as('truongphong')
  await openTask(head, title)
  await head.getByRole('button', { name: 'Trả lời đôn đốc' }).click()
  await head.getByLabel('Đã làm đến đâu, khi nào xong?').fill('Đã rà soát 80%, xong ngày 22/6')
  await head.getByRole('button', { name: 'Gửi trả lời' }).click()
  await expect(head.getByRole('region', { name: 'Đôn đốc' }).getByText('Đã rà soát 80%, xong ngày 22/6')).toBeVisible()
  await head.getByRole('button', { name: 'Xin gia hạn' }).click()
  await head.getByRole('textbox', { name: 'Xin gia hạn đến ngày' }).fill('25062021')
  await head.getByLabel('Lý do xin gia hạn').fill('Chờ số liệu của xã')
  await head.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(head.getByText('Chờ quyết định')).toBeVisible()

  await openTask(office, title)
  await office.getByRole('button', { name: 'Đôn đốc' }).click()
  await office.getByLabel('Nội dung đôn đốc').fill('Đề nghị hoàn thành ngay')
  await office.getByRole('button', { name: 'Gửi đôn đốc' }).click()
  await expect(office.getByText(/Đã báo Lãnh đạo lúc/)).toBeVisible()
  await office.getByRole('button', { name: 'Cho gia hạn' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Cho gia hạn' }).click()
  await expect(office.getByText(/Gia hạn từ/)).toBeVisible()
  await expect(office.getByRole('region', { name: 'Thông tin nhiệm vụ' }).getByText('25/06/2021')).toBeVisible()

  const leader = await as('giamdoc')
  await leader.getByRole('link', { name: /Nhiệm vụ đã đôn đốc nhiều lần chưa xong/ }).click()
  await expect(leader.getByText(title).first()).toBeVisible()
})
