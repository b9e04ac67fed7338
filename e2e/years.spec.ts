import { expect, openAs, test } from './fixtures.ts'

test('a year is begun from the one before, its tasks are given in one go, and the paper of the year before keeps its names', async ({
  browser,
  start,
}) => {
  // A program of its own: a new year changes what everybody sees first.
  const program = await start({ SAMPLE: '1' })
  const at = (path: string) => program.url + path
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(at('/campaigns'))
  await office.getByRole('button', { name: 'Lập kế hoạch năm 2022' }).click()
  await office.getByRole('menuitem', { name: 'Từ kế hoạch năm 2021' }).click()
  await expect(office.getByRole('heading', { name: 'Lập kế hoạch năm 2022 từ năm 2021' })).toBeVisible()
  await expect(office.getByLabel('Tên kế hoạch')).toHaveValue(/năm 2022$/)
  await expect(office.getByRole('textbox', { name: 'Thực hiện từ ngày' })).toHaveValue('01/06/2022')
  await office.getByRole('button', { name: 'Lập kế hoạch năm 2022' }).click()
  await expect(office.getByRole('heading', { name: 'Kế hoạch năm 2022' })).toBeVisible()

  // Nothing is given out before the leadership has approved.
  const planned = office.getByRole('region', { name: 'Nhiệm vụ dự kiến' })
  await expect(planned).toContainText('Giao được sau khi Lãnh đạo duyệt kế hoạch')
  const count = await planned.getByRole('listitem').count()
  expect(count).toBeGreaterThan(2)
  await planned.getByRole('button', { name: /^Bỏ / }).first().click()
  await expect(planned.getByRole('listitem')).toHaveCount(count - 1)

  // A unit gets a new name from a day on: the plan of 2022 has it, the paper of 2021 does not.
  await office.goto(at('/agency/units?q=quan ly khoa hoc'))
  await office.getByRole('table', { name: 'Đơn vị' }).getByRole('row').nth(1).click()
  const form = office.getByRole('dialog')
  const name = await form.getByLabel('Tên đơn vị').inputValue()
  await form.getByLabel('Tên đơn vị').fill(`${name} và Đổi mới`)
  await form.getByRole('textbox', { name: 'Áp dụng từ ngày' }).fill('20062021')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form).toBeHidden()
  await office.goto(at('/agency/units?q=va doi moi'))
  await office.getByRole('table', { name: 'Đơn vị' }).getByRole('row').nth(1).click()
  await expect(office.getByRole('dialog')).toContainText(`${name}, đến trước ngày 20/06/2021`)
})
