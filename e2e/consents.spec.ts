import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const
const child = 'Phạm Nguyễn Minh Quân'

/** What a person does elsewhere, by the API of the same session. */
const send = <Answer>(page: Page, path: string, body: object, version?: number) =>
  page.evaluate(
    async ([to, data, seen]) => {
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(seen !== undefined && { 'if-match': `"${seen}"` }),
      }
      const answer = await fetch(`/api${to}`, { method: 'POST', headers, body: JSON.stringify(data) })
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [path, body, version] as const,
  ) as Promise<Answer>

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** A second gift of the year, with everybody on its draft. */
const draftList = async (union: Page): Promise<string> => {
  const { id: giftKindId } = await send<{ id: string }>(union, '/gift-kinds', { name: 'Balo đến trường', measure: 'chiếc', unitValue: 120_000 })
  const campaigns = (await union.evaluate(async () => (await fetch('/api/campaigns')).json())) as { items: { id: string; year: number }[] }
  const campaignId = campaigns.items.find(({ year }) => year === 2021)?.id
  const rule = { asOf: '2021-06-01', underAge: 16 }
  const list = await send<{ id: string; version: number }>(union, `/campaigns/${campaignId}/gift-lists`, {
    name: 'Quà tựu trường',
    giftKindId,
    ...rule,
  })
  await send(union, `/gift-lists/${list.id}/generate`, {}, list.version)
  return list.id
}

const openConsents = async (parent: Page, url: string) => {
  await parent.goto(`${url}/2021/children`)
  await parent.getByRole('row', { name: new RegExp(child) }).click()
  await parent.getByRole('tab', { name: 'Sự đồng ý' }).click()
}

const withdraw = async (parent: Page, purpose: string, meaning: RegExp) => {
  await parent.getByRole('region', { name: purpose }).getByRole('button', { name: 'Rút lại' }).click()
  const dialog = parent.getByRole('dialog', { name: `Rút sự đồng ý: ${purpose}?` })
  await expect(dialog).toContainText(meaning)
  await dialog.getByLabel('Lý do').fill('Gia đình đổi ý')
  await dialog.getByRole('button', { name: 'Rút lại' }).click()
  await expect(parent.getByRole('region', { name: purpose }).getByText(/Đã rút ngày 20\/06\/2021/)).toBeVisible()
}

test('a parent withdraws on a phone: the list lets the child go, and what is out must come down', async ({ as, program: { url } }) => {
  const parent = await as('canbo', phone)
  await openConsents(parent, url)
  const photos = parent.getByRole('region', { name: 'Công bố hình ảnh' })
  await expect(photos).toContainText('ảnh có thể đăng cùng tin, bài')
  await photos.getByRole('button', { name: 'Cho phép…' }).click()
  // Not yet 7: the parent alone agrees.
  await parent.getByRole('button', { name: 'Tôi đồng ý' }).click()
  await expect(photos).toContainText('Nguyễn Thị Thuỳ Dương (mẹ) đồng ý từ ngày 20/06/2021')
  expect(await scrollsSideways(parent)).toBe(false)

  const communications = await as('ungdung')
  await communications.goto(`${url}/2021/publications?open=new`)
  const form = communications.getByRole('dialog', { name: 'Thêm tin, bài, khẩu hiệu' })
  await form.getByLabel('Tiêu đề, nội dung khẩu hiệu').fill('Chùm ảnh ngày hội 1-6')
  await form.getByRole('button', { name: 'Thêm cháu' }).click()
  await form.getByRole('combobox', { name: 'Họ và tên cháu' }).fill('minh quan')
  await communications.getByRole('option', { name: new RegExp(child) }).click()
  await form.getByRole('checkbox', { name: 'Có trong ảnh' }).check()
  await form.getByRole('button', { name: 'Lưu' }).click()
  await communications.getByRole('button', { name: 'Ghi nhận đã đăng' }).click()
  const publish = communications.getByRole('dialog', { name: 'Ghi nhận đã đăng' })
  await publish.getByLabel('Đường dẫn').fill('https://skhcn.example.vn/chum-anh')
  await publish.getByRole('button', { name: 'Ghi nhận đã đăng' }).click()
  await expect(communications.getByRole('dialog').getByText(`${child} (có trong ảnh)`)).toBeVisible()

  const union = await as('congdoan')
  const listId = await draftList(union)
  await union.goto(`${url}/2021/gift-lists/${listId}?q=minh+quan`)
  await expect(union.getByRole('row', { name: new RegExp(child) })).toContainText('Chưa nhận')

  await withdraw(parent, 'Lập danh sách và trao quà', /đưa ngay ra khỏi các danh sách quà chưa trao/)
  await withdraw(parent, 'Công bố hình ảnh', /báo ngay cho bộ phận truyền thông/)
  expect(await scrollsSideways(parent)).toBe(false)

  await union.reload()
  await expect(union.getByRole('row', { name: new RegExp(child) })).toContainText('Gia đình rút sự đồng ý ngày 20/06/2021')
  await union.getByRole('button', { name: /Thông báo/ }).click()
  await expect(union.getByText('Gia đình rút sự đồng ý: Lập danh sách và trao quà').first()).toBeVisible()

  await communications.goto(`${url}/`)
  await communications.getByRole('link', { name: /Tin, bài phải gỡ: gia đình đã rút sự đồng ý/ }).click()
  await communications.getByRole('row', { name: /Chùm ảnh ngày hội 1-6/ }).click()
  const drawer = communications.getByRole('dialog', { name: 'Chùm ảnh ngày hội 1-6' })
  await expect(drawer.getByRole('alert')).toContainText(`${child}: gỡ ảnh`)
  await drawer.getByRole('button', { name: 'Đã gỡ khỏi bài…' }).click()
  await communications.getByRole('button', { name: 'Đã gỡ', exact: true }).click()
  await expect(drawer.getByRole('alert')).toHaveCount(0)
  await communications.goto(`${url}/`)
  await expect(communications.getByRole('heading', { name: 'Việc chờ tôi' })).toBeVisible()
  await expect(communications.getByRole('link', { name: /Tin, bài phải gỡ/ })).toHaveCount(0)

  await parent.getByRole('region', { name: 'Công bố hình ảnh' }).getByRole('button', { name: 'Cho phép lại…' }).click()
  await parent.getByRole('button', { name: 'Tôi đồng ý' }).click()
  await expect(photos.getByText('Đã đồng ý', { exact: true })).toBeVisible()
  await photos.getByRole('button', { name: /Các lần trước/ }).click()
  await expect(photos).toContainText('Gia đình đổi ý')
})
