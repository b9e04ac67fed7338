import { readFile } from 'node:fs/promises'
import { docxWords } from '@chung-tay/documents/opened'
import { expect, openAs, test, written } from './fixtures.ts'

test('a plan is written, commented, returned, changed, compared, approved and printed', async ({ browser, start }) => {
  const program = await start({ SAMPLE: '1' })
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/campaigns/next?from=2021&to=2022`)
  await office.getByRole('button', { name: 'Lập kế hoạch năm 2022' }).click()
  await expect(office.getByRole('heading', { name: 'Kế hoạch năm 2022' })).toBeVisible()

  // Without the theme of the year it is not handed in.
  await office.getByRole('button', { name: 'Trình Lãnh đạo' }).click()
  await expect(office.getByText(/còn thiếu: chủ đề/)).toBeVisible()
  await office.getByRole('button', { name: 'Sửa kế hoạch' }).click()
  const form = office.getByRole('dialog')
  await form.getByLabel('Chủ đề').fill('Chung tay bảo vệ trẻ em, phòng, chống xâm hại trẻ em')
  await form.getByLabel('Nơi nhận kế hoạch').fill('Lãnh đạo Sở\nCác phòng, đơn vị trực thuộc Sở\nCông đoàn Sở')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await office.getByRole('button', { name: 'Trình Lãnh đạo' }).click()
  await expect(office.getByText('Chờ Lãnh đạo duyệt')).toBeVisible()

  const director = await openAs(browser, program.url, 'giamdoc')
  await director.goto(`${program.url}/2022/plan`)
  await director.getByLabel('Nội dung góp ý').fill('Nêu rõ phòng, chống đuối nước')
  await director.getByRole('button', { name: 'Gửi góp ý' }).click()
  await expect(director.getByRole('region', { name: 'Góp ý' })).toContainText('1 chưa xử lý')
  await director.getByRole('button', { name: 'Trả lại' }).click()
  await director.getByRole('dialog').getByRole('textbox').fill('Xem góp ý')
  await director.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
  await expect(written(director, 'Xem góp ý')).toBeVisible()

  await office.reload()
  await office.getByRole('button', { name: 'Sửa kế hoạch' }).click()
  const purpose = form.getByLabel('Mục đích')
  await purpose.fill(`${await purpose.inputValue()}\n- Phòng, chống đuối nước cho trẻ em.`)
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await office.getByRole('region', { name: 'Góp ý' }).getByRole('button', { name: 'Đã xử lý' }).click()
  await expect(office.getByRole('region', { name: 'Góp ý' })).not.toContainText('chưa xử lý')
  await office.getByRole('button', { name: 'Trình Lãnh đạo' }).click()
  await expect(office.getByText('Chờ Lãnh đạo duyệt')).toBeVisible()

  // What changed between the two is marked word by word.
  await director.reload()
  await director.getByRole('button', { name: 'Các lần trình (2)' }).click()
  await expect(director.locator('ins').filter({ hasText: 'đuối nước' })).toBeVisible()
  await director.getByRole('button', { name: 'Duyệt kế hoạch' }).click()
  await director.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(director.getByText('Đã duyệt').filter({ visible: true }).first()).toBeVisible()

  await office.reload()
  const planned = office.getByRole('region', { name: 'Nhiệm vụ dự kiến' })
  await planned.getByRole('button', { name: /^Giao \d+ nhiệm vụ$/ }).click()
  await expect(planned).toBeHidden()
  const [download] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name: 'Word' }).click()])
  const words = docxWords(await readFile(await download.path()))
  for (const part of ['KẾ HOẠCH', 'Phòng, chống đuối nước cho trẻ em.', 'Công đoàn Sở', './.']) expect(words).toContain(part)
})
