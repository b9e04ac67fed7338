import { expect, photo, test, written } from './fixtures.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }

test('the office assigns; the head receives, photographs and reports on a phone; the office returns once and accepts', async ({ as }) => {
  const title = `Sinh hoạt chuyên đề về quyền trẻ em ${Date.now()}`
  const office = await as('vanphong')
  await office.getByRole('link', { name: 'Nhiệm vụ' }).first().click()
  await office.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
  const form = office.getByRole('dialog')
  await form.getByLabel('Nội dung trong kế hoạch').click()
  await office.getByRole('option', { name: /II\.5/ }).click()
  await form.getByLabel('Tên nhiệm vụ').fill(title)
  // The units that the plan names for the clause are there already.
  await expect(form.getByText('Phòng Quản lý Khoa học')).toBeVisible()
  await form.getByRole('textbox', { name: 'Hạn hoàn thành' }).fill('30062021')
  await form.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
  await expect(form).toBeHidden()

  const head = await as('truongphong', phone)
  await head.goto(new URL('/2021/tasks', head.url()).href)
  await head.getByText(title).first().click()
  await head.getByRole('button', { name: 'Tiếp nhận' }).click()
  await head
    .locator('input[type=file]')
    .first()
    .setInputFiles(await photo())
  await head.getByLabel('Kết quả thực hiện').fill('Đã tổ chức sinh hoạt chuyên đề cho 20 cán bộ và con em.')
  // The photo may still be on its way: the report waits for it.
  await head.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Chờ nghiệm thu').first()).toBeVisible()
  await expect(head.getByRole('group', { name: 'Minh chứng' }).getByText('minh-chung.jpg')).toBeVisible()

  await office.getByRole('row').filter({ hasText: title }).filter({ hasText: 'Phòng Quản lý Khoa học' }).getByText(title).click()
  await office.getByRole('button', { name: 'Trả lại' }).click()
  await office.getByRole('dialog').getByRole('textbox').fill('Bổ sung số trẻ em tham dự')
  await office.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
  await expect(written(office, 'Bổ sung số trẻ em tham dự')).toBeVisible()

  await head.reload()
  await expect(head.getByText('Bổ sung số trẻ em tham dự').first()).toBeVisible()
  await head.getByLabel('Kết quả thực hiện').fill('Đã tổ chức sinh hoạt chuyên đề cho 20 cán bộ và 12 trẻ em.')
  await head.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(head.getByText('Chờ nghiệm thu').first()).toBeVisible()

  await office.reload()
  await office.getByRole('button', { name: 'Chấp nhận kết quả' }).click()
  await expect(office.getByText('Hoàn thành').first()).toBeVisible()
})
