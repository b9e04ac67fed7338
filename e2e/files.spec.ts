import type { Page } from '@playwright/test'
import { expect, photo, test } from './fixtures.ts'

/** Each upload waits until it is let through. */
const holdUploads = async (page: Page) => {
  const waiting: (() => void)[] = []
  await page.route('**/api/files', async (route) => {
    await new Promise<void>((go) => waiting.push(go))
    await route.continue()
  })
  return async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.shift()?.()
  }
}

test('a form that is sent while its file is on the way waits for it', async ({ as }) => {
  const union = await as('ungdung')
  await union.goto(new URL('/2021/publications?open=new', union.url()).href)
  const form = union.getByRole('dialog')
  const title = `Tin có minh chứng ${Date.now()}`
  await form.getByLabel('Tiêu đề, nội dung khẩu hiệu').fill(title)
  const letThrough = await holdUploads(union)
  const picker = form.locator('input[type=file]')
  expect(await picker.getAttribute('accept')).not.toMatch(/\.(doc|xls)(,|$)/)
  await picker.setInputFiles([await photo('trang-1.jpg'), await photo('trang-2.jpg')])
  await form.getByRole('button', { name: 'Lưu' }).click()
  const waiting = form.getByRole('button', { name: 'Chờ tệp tải xong rồi gửi…' })
  await expect(waiting).toBeVisible()
  await letThrough()
  await expect(form.getByRole('button', { name: 'Gỡ tệp trang-1.jpg' })).toBeVisible()
  await expect(waiting).toBeVisible()
  await letThrough()
  const record = union.getByRole('dialog', { name: title })
  await expect(record.getByRole('link', { name: /trang-1\.jpg/ })).toBeVisible()
  await expect(record.getByRole('link', { name: /trang-2\.jpg/ })).toBeVisible()
})

test('a file that did not arrive keeps the form back until it is sent again or dropped', async ({ as }) => {
  const author = await as('ungdung')
  await author.goto(new URL('/2021/publications?open=new', author.url()).href)
  const form = author.getByRole('dialog')
  const title = form.getByLabel('Tiêu đề, nội dung khẩu hiệu')
  const slogan = `Vì một tương lai tươi sáng ${Date.now()}`
  await title.fill(slogan)
  let fails = true
  await author.route('**/api/files', (route) => (fails ? route.abort() : route.continue()))
  const picker = form.locator('input[type=file]')
  await picker.setInputFiles(await photo('bang-ron.jpg'))
  await title.press('Control+Enter')
  const again = form.getByRole('button', { name: 'Gửi lại bang-ron.jpg' })
  await expect(again).toBeFocused()
  await expect(form.getByText('Có tệp chưa tải lên được.', { exact: false })).toBeVisible()
  await expect(title).toHaveValue(slogan)

  fails = false
  await again.press('Enter')
  await expect(form.getByRole('button', { name: 'Gỡ tệp bang-ron.jpg' })).toBeVisible()
  // A picker may be told to show every file; the server looks at the bytes.
  await picker.setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.from('D0CF11E0A1B11AE1', 'hex') })
  await form.getByRole('button', { name: 'Bỏ cu.doc' }).click()
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(author.getByRole('dialog', { name: slogan }).getByRole('link', { name: /bang-ron\.jpg/ })).toBeVisible()
})
