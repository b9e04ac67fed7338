import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** What a person types elsewhere: a child entered by the API of the same session. */
const enter = (page: Page, body: object) =>
  page.evaluate(async (data) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch('/api/children', { method: 'POST', headers, body: JSON.stringify(data) })
    return ((await answer.json()) as { id: string }).id
  }, body)

const meOf = (page: Page) => page.evaluate(async () => ((await (await fetch('/api/me')).json()) as { employeeId: string }).employeeId)

const childOf = (employeeId: string, name: string, overrides: object = {}) => ({
  ...{
    name,
    birthDate: '2013-04-05',
    sex: 'female',
    schoolLevel: 'primary',
    school: 'Trường Tiểu học Ngô Sĩ Liên',
    className: '2A',
    circumstances: '',
  },
  ...{ guardians: [{ employeeId, relation: 'mother' }], notSameAs: [] },
  ...overrides,
})

test('two records of one child are merged by choice, and taken apart again', async ({ as }) => {
  const union = await as('congdoan')
  const parent = await as('canbo')
  const [own, other] = [await meOf(union), await meOf(parent)]
  await enter(union, childOf(own, 'Lý Ngọc Sương Mai'))
  await enter(union, childOf(other, 'Ly Ngoc Suong Mai', { className: '3B' }))
  await union.goto(new URL('/2021/children/duplicates', union.url()).href)
  const pair = union.getByRole('region', { name: /Sương Mai/ })
  await expect(pair.getByText(/Khả năng trùng: .+\/110/)).toBeVisible()
  await pair.getByRole('button', { name: 'Gộp hồ sơ…' }).click()
  const dialog = union.getByRole('dialog')
  // The name with its marks is proposed, whichever record stays.
  await expect(
    dialog
      .getByRole('group', { name: 'Họ và tên' })
      .or(dialog.getByRole('radiogroup', { name: 'Họ và tên' }))
      .getByLabel('Lý Ngọc Sương Mai'),
  ).toBeChecked()
  await dialog.getByLabel('3B', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Gộp hồ sơ', exact: true }).click()
  await expect(union.getByText(/Đã gộp thành một hồ sơ: Lý Ngọc Sương Mai/)).toBeVisible()
  await expect(pair).toHaveCount(0)
  await union.getByRole('button', { name: 'Hoàn tác gộp Lý Ngọc Sương Mai' }).click()
  await expect(pair).toBeVisible()
  await pair.getByRole('button', { name: 'Là hai cháu khác nhau' }).click()
  await expect(pair).toHaveCount(0)
})

test('a parent consents and withdraws, takes a copy, and has the child erased by two people', async ({ as, program }) => {
  const parent = await as('canbo')
  const name = 'Phùng Hạ Vy Anh'
  const id = await enter(parent, childOf(await meOf(parent), name, { circumstances: 'Chỉ nhà mình biết' }))
  const address = new URL(`/2021/children?open=${id}`, parent.url()).href
  await parent.goto(address)
  await parent.getByRole('tab', { name: 'Sự đồng ý' }).click()
  const card = parent.getByRole('region', { name: 'Công bố họ tên' })
  await card.getByRole('button', { name: 'Cho phép…' }).click()
  const agree = parent.getByRole('dialog').getByRole('button', { name: 'Tôi đồng ý' })
  // From 7 years on the child agrees too, and nothing is ticked beforehand.
  await expect(agree).toBeDisabled()
  await parent.getByLabel('Tôi đã hỏi cháu và cháu đồng ý').check()
  await agree.click()
  await expect(card.getByText('Đã đồng ý')).toBeVisible()
  await card.getByRole('button', { name: 'Rút lại' }).click()
  await parent.getByLabel('Lý do').fill('Gia đình đổi ý')
  await parent.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).last().click()
  await expect(card.getByText(/Đã rút ngày/)).toBeVisible()

  await parent.getByRole('tab', { name: 'Quyền của gia đình' }).click()
  const downloading = parent.waitForEvent('download')
  await parent.getByRole('link', { name: 'Tải bản sao (.pdf)' }).click()
  expect((await downloading).suggestedFilename()).toBe('ban-sao-du-lieu.pdf')
  await parent.getByRole('button', { name: 'Xóa dữ liệu…' }).click()
  await parent.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(parent.getByText('Chờ trả lời').first()).toBeVisible()

  const office = await as('vanphong')
  await office.goto(new URL('/', office.url()).href)
  await office.getByRole('link', { name: /Yêu cầu về dữ liệu cá nhân chờ trả lời/ }).click()
  await office
    .getByRole('row', { name: /Xóa dữ liệu/ })
    .first()
    .click()
  // Received on Sunday 20/6/2021: two working days.
  await expect(office.getByText(/Trả lời trước hết ngày/).last()).toContainText('22/06/2021')
  await office.getByRole('button', { name: 'Chấp nhận', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Chấp nhận', exact: true }).last().click()
  await expect(office.getByText('người khác phải thực hiện việc xóa', { exact: false })).toBeVisible()

  const union = await as('congdoan')
  await union.goto(new URL('/data-requests?status=accepted&kind=erasure', union.url()).href)
  await union
    .getByRole('row', { name: /Xóa dữ liệu/ })
    .first()
    .click()
  await union.getByRole('button', { name: 'Xóa hồ sơ…' }).click()
  const erase = union.getByRole('button', { name: 'Xóa vĩnh viễn' })
  await expect(erase).toBeDisabled()
  await union.getByLabel('Gõ họ tên cháu để xác nhận').fill(name)
  await erase.click()
  await expect(union.getByRole('dialog').getByText('Đã thực hiện', { exact: true })).toBeVisible()

  await union.goto(new URL('/2021/children?q=phung%20ha%20vy', union.url()).href)
  await expect(union.getByText(name)).toHaveCount(0)
  await parent.goto(new URL('/data-requests', parent.url()).href)
  await expect(parent.getByRole('row', { name: /Hồ sơ đã xóa/ })).toBeVisible()
  expect(program.output()).not.toMatch(/Phùng Hạ Vy|phung ha vy/i)
})
