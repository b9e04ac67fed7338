import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import sharp from 'sharp'
import { type Program, startProgram } from './program.ts'

export const password = 'chungtay-2021'

/** A photo as a phone makes it, for evidence. */
export const photo = async (name = 'minh-chung.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#0f766e' } })
    .jpeg()
    .toBuffer(),
})

export const signIn = async (page: Page, url: string, username: string, secret = password) => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.locator('input[autocomplete="current-password"]').fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'))
}

/** A window of its own for each person. */
export const openAs = async (
  browser: Browser,
  url: string,
  username: string,
  options: BrowserContextOptions = {},
  secret = password,
): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })).newPage()
  await signIn(page, url, username, secret)
  return page
}

type Fixtures = { as: (username: string, options?: BrowserContextOptions) => Promise<Page> }

/** `program`: one running program with the sample for each worker; `as`: a window signed in as one of the sample's people. */
export const test = base.extend<Fixtures, { program: Program }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from this pattern that nothing else is needed
    async ({}, use) => {
      const program = await startProgram({ SAMPLE: '1' })
      await use(program)
      await program.stop()
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, program }, use) => {
    const pages: Page[] = []
    await use(async (username, options) => {
      const page = await openAs(browser, program.url, username, options)
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})

export { expect } from '@playwright/test'
