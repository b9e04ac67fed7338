import type { Page } from '@playwright/test'
import { expect, openAs, test } from './fixtures.ts'

test('the office writes the annex, narrows a line, and its number opens the records of that line alone', async ({ browser, start }) => {
  // A program of its own: other journeys read the annex as it is at first.
  const program = await start({ SAMPLE: '1' })
  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/2021/report?tab=figures`)
  await expect(office.getByText(/^3\/\d+ đơn vị đã xác nhận số liệu$/)).toBeVisible()
  await office.getByRole('button', { name: 'Sửa biểu phụ lục' }).click()

  const added = office.getByRole('combobox', { name: 'Thêm chỉ tiêu' })
  await added.fill('Tin, bài')
  await office.getByRole('option', { name: /^Tin, bài/ }).click()
  const line = office.getByRole('group', { name: 'Tin, bài, khẩu hiệu, thông điệp đã đăng tải' }).last()
  await line.getByRole('textbox', { name: /^Tên dòng/ }).fill('Tin trên trang thông tin điện tử')
  const renamed = office.getByRole('group', { name: 'Tin trên trang thông tin điện tử' })
  await renamed.getByRole('button', { name: /^Phân tổ, lọc/ }).click()
  await renamed.getByRole('combobox', { name: 'Chỉ tính: Kênh' }).click()
  await office.getByRole('option', { name: 'Trang thông tin điện tử' }).click()
  await office.keyboard.press('Escape')
  await renamed.getByRole('textbox', { name: /^Tên dòng/ }).focus()
  await office.keyboard.press('Alt+ArrowUp')
  await office.getByRole('button', { name: /^Bỏ dòng: Văn bản đã ban hành/ }).click()
  await office.getByRole('button', { name: 'Lưu biểu' }).click()
  await expect(office.getByText('Đã lưu biểu phụ lục')).toBeVisible()
  await expect(office.getByText('Văn bản đã ban hành')).toBeHidden()

  const number = office.getByRole('button', { name: /^Tin trên trang thông tin điện tử: \d+, mở danh sách/ })
  const value = Number(await number.textContent())
  await number.click()
  const records = office.getByRole('dialog', { name: 'Tin trên trang thông tin điện tử' })
  await expect(records.getByText(`cộng lại: ${value}`)).toBeVisible()
  await expect(records.getByRole('row')).toHaveCount(value + 1)
})

test('a head confirms the own figures; the office locks them, chases who is missing, and an exception lets a late change through', async ({
  browser,
  start,
}) => {
  // A program of its own: what is locked here would stand in the way of other journeys.
  const program = await start({ SAMPLE: '1' })
  // The head's word.
  const head = await openAs(browser, program.url, 'truongphong')
  await head.getByRole('link', { name: 'Số liệu đơn vị' }).click()
  await expect(head.getByRole('heading', { level: 1, name: /^Số liệu của/ })).toBeVisible()
  await head.getByRole('button', { name: /^Nhiệm vụ đã giao: .*mở danh sách/ }).click()
  await expect(head.getByRole('dialog').getByText(/cộng lại: \d/)).toBeVisible()
  await head.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await head.getByRole('button', { name: 'Xác nhận số liệu đầy đủ' }).click()
  await expect(head.getByText('Đã xác nhận', { exact: true }).first()).toBeVisible()

  const office = await openAs(browser, program.url, 'vanphong')
  await office.goto(`${program.url}/2021/unit-figures`)
  await expect(office.getByText(/^4\/\d+ đơn vị đã xác nhận số liệu$/)).toBeVisible()
  await office.getByRole('button', { name: /^Khóa 4 đơn vị/ }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Khóa số liệu' }).click()
  await expect(office.getByText('Đã khóa số liệu của 4 đơn vị')).toBeVisible()
  await office.getByRole('button', { name: /^Nhắc \d+ đơn vị/ }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Gửi nhắc' }).click()
  await expect(office.getByText(/^Đã nhắc \d+ trưởng đơn vị/)).toBeVisible()

  // What is locked does not change; under an exception it does, and is listed.
  await head.goto(`${program.url}/2021/events`)
  const api = head.request
  const events = (await (await api.get(`${program.url}/api/campaigns`)).json()) as { items: { id: string; year: number }[] }
  const campaign = events.items.find(({ year }) => year === 2021)?.id ?? ''
  const list = (await (await api.get(`${program.url}/api/campaigns/${campaign}/confirmations`)).json()) as {
    items: { unitId: string; unitName: string }[]
  }
  const own = list.items[0]
  const { json } = await createEvent(head, program.url, campaign, own?.unitId ?? '')
  const cancel = () =>
    api.post(`${program.url}/api/events/${json.id}/cancel`, {
      headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${json.version}"` },
      data: { reason: 'Mưa lớn' },
    })
  expect(((await (await cancel()).json()) as { code: string }).code).toBe('FIGURES_LOCKED')
  await office.getByRole('button', { name: own?.unitName ?? '' }).click()
  await office.getByRole('button', { name: 'Mở ngoại lệ' }).click()
  await office.getByRole('dialog').getByRole('textbox').fill('Hoãn hoạt động vì mưa lớn')
  await office.getByRole('dialog').getByRole('button', { name: 'Mở ngoại lệ' }).click()
  await expect(office.getByText('Đang mở ngoại lệ', { exact: true })).toBeVisible()
  expect((await cancel()).status()).toBe(200)
  await office.reload()
  await expect(office.getByRole('region', { name: 'Thay đổi sau khi khóa' }).getByText('Ngày hội gia đình').first()).toBeVisible()
})

const createEvent = async (head: Page, url: string, campaign: string, unitId: string) => {
  const made = await head.request.post(`${url}/api/campaigns/${campaign}/events`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { unitId, kind: 'movement', name: 'Ngày hội gia đình', heldOn: '2021-06-25', place: 'Hội trường Sở' },
  })
  return { json: (await made.json()) as { id: string; version: number } }
}
