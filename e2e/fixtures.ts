import { type Browser, type BrowserContextOptions, test as base, expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { type Network, openNetwork } from './network.ts'
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

/** A window of its own for each person; only who has another password than the sample's types it into the form. */
export const openAs = async (
  browser: Browser,
  url: string,
  username: string,
  options: BrowserContextOptions = {},
  secret = password,
): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })).newPage()
  if (secret !== password) {
    await signIn(page, url, username, secret)
    return page
  }
  const answer = await page.request.post(`${url}/api/auth/sign-in/username`, { data: { username, password }, headers: { origin: url } })
  expect(answer.ok(), await answer.text()).toBe(true)
  await page.goto(url)
  return page
}

/** A text that stands on the page: what is still being typed in a form proves nothing. */
export const written = (page: Page, text: string): Locator => page.getByText(text).and(page.locator(':not(textarea)')).first()

type Fixtures = {
  as: (username: string, options?: BrowserContextOptions) => Promise<Page>
  start: typeof startProgram
  network: typeof openNetwork
  closed: undefined
}

/**
 * `program`: one running program with the sample for each worker; `as`: a window signed in as one of the sample's people;
 * `start`: a program of a test's own, stopped however the test ends; `network`: a network to it that can be cut;
 * `closed`: no window outlives its test, where it would go on asking and take the next one's processor.
 */
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
    await use((username, options) => openAs(browser, program.url, username, options))
  },
  closed: [
    async ({ browser }, use) => {
      await use(undefined)
      for (const context of browser.contexts()) await context.close()
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  start: async ({}, use) => {
    const programs: Program[] = []
    await use(async (env, given) => {
      const program = await startProgram(env, given)
      programs.push(program)
      return program
    })
    for (const program of programs.toReversed()) await program.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  network: async ({}, use) => {
    const networks: Network[] = []
    await use(async (program) => {
      const network = await openNetwork(program)
      networks.push(network)
      return network
    })
    for (const network of networks) network.stop()
  },
})

export { expect }
