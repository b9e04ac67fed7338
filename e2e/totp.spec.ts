import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, openAs, signIn, test } from './fixtures.ts'
import { readCode } from './read-code.ts'

const secret = 'con-ong-cham-chi'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const fromBase32 = (text: string): Buffer => {
  const bits = [...text.replace(/=+$/, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The six digits that an authenticator shows now (RFC 6238). */
const codeOf = (key: string): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const atCodeStep = async (page: Page, url: string, username: string) => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.locator('input[autocomplete="current-password"]').fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  return page.locator('input[autocomplete="one-time-code"]')
}

const isIn = (page: Page) => expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Đăng nhập|Xác thực/)
const isOut = (page: Page) => expect(page).toHaveURL(/\/sign-in/)

test('a second factor is set up, asked for and replaced by a backup code once; sessions end everywhere and with the account', async ({
  as,
  browser,
  program,
}) => {
  const { url } = program
  const username = `mai.${Date.now()}`.slice(0, 30)
  const admin = await as('quantri')
  await admin.goto(`${url}/accounts?open=new`)
  await admin.getByLabel('Họ và tên').fill('Đỗ Thị Mai')
  await admin.getByLabel('Tên đăng nhập').fill(username)
  await admin.getByRole('button', { name: 'Tạo tài khoản' }).click()
  const given = (await admin.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/).textContent()) ?? ''

  const page = await openAs(browser, url, username, {}, given)
  await page.waitForURL(/change-password/)
  await page.locator('input[autocomplete="current-password"]').fill(given)
  await page.locator('input[autocomplete="new-password"]').first().fill(secret)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.waitForURL(/sign-in/)
  await signIn(page, url, username, secret)

  await page.goto(`${url}/settings/security`)
  await page.locator('input[autocomplete="current-password"]').fill('khong-phai-mat-khau')
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(page.getByText('Mật khẩu không đúng.')).toBeVisible()
  await page.locator('input[autocomplete="current-password"]').fill(secret)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  const key = (await page.locator('code').first().textContent()) ?? ''
  const shown = await page.getByRole('img', { name: 'Mã thêm tài khoản vào ứng dụng xác thực' }).screenshot({ scale: 'css' })
  expect(new URL(await readCode(shown)).searchParams.get('secret')).toBe(key)
  const [backup = ''] = ((await page.locator('pre').textContent()) ?? '').split('\n')
  await page.getByLabel('Mã 6 số').fill('000000')
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
  await expect(page.getByText('Mã không đúng hoặc đã hết hạn.')).toBeVisible()
  await page.getByLabel('Mã 6 số').fill(codeOf(key))
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
  await expect(page.getByText('Đang bật')).toBeVisible()

  const phone = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  const code = await atCodeStep(phone, url, username)
  await code.fill('000000')
  await code.press('Enter')
  await expect(phone.getByRole('alert')).toHaveText('Mã không đúng hoặc đã hết hạn.')
  await code.fill(codeOf(key))
  await code.press('Enter')
  await phone.waitForURL(`${url}/`)
  await isIn(phone)

  const library = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  for (const works of [true, false]) {
    const field = await atCodeStep(library, url, username)
    await library.getByLabel('Dùng mã dự phòng').check()
    await field.fill(backup)
    await field.press('Enter')
    if (works) await library.waitForURL(`${url}/`)
    else await expect(library.getByRole('alert')).toHaveText('Mã không đúng hoặc đã hết hạn.')
  }

  await phone.getByRole('button', { name: /Tài khoản của/ }).click()
  await phone.getByRole('menuitem', { name: 'Đăng xuất mọi thiết bị' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await isOut(phone)
  await page.reload()
  await isOut(page)

  const again = await atCodeStep(page, url, username)
  await again.fill(codeOf(key))
  await again.press('Enter')
  await page.waitForURL(`${url}/`)
  await isIn(page)
  await admin.getByRole('button', { name: 'Đã ghi lại' }).click()
  await admin.goto(`${url}/accounts?q=${username}`)
  await admin.getByRole('table').locator('tbody').getByRole('button').first().click()
  await admin.getByLabel('Được đăng nhập').uncheck()
  await admin.getByRole('button', { name: 'Lưu' }).click()
  await expect(admin.getByText('Đã lưu tài khoản')).toBeVisible()
  await page.reload()
  await isOut(page)
  await atCodeStep(page, url, username)
  await expect(page.getByRole('alert')).toHaveText(/đã bị khóa/)
})
