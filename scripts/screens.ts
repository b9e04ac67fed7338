import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import shipped from '@sparticuz/chromium'
import { startProgram } from '../e2e/program.ts'
import { prepare, root } from './prepare.ts'

const accounts = ['giamdoc', 'vanphong', 'congdoan', 'ungdung', 'truongphong', 'canbo', 'kiemtoan', 'quantri']
const widths = [360, 1280]
const themes = ['light', 'dark'] as const
const folder = join(root, 'screens')

// Arguments pick accounts: `pnpm screens congdoan vanphong`.
const chosen = process.argv.slice(2).filter((name) => accounts.includes(name))

const fileName = (path: string) =>
  path
    .replace(/^\//, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/[^\w]+/g, '-') || 'start'

const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
}

const signIn = async (page: Page, url: string, account: string) => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Tên đăng nhập').fill(account)
  await page.locator('input[autocomplete="current-password"]').fill('chungtay-2021')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'))
  await settle(page)
}

/** Every page the navigation offers, and one record of each list. */
const pagesOf = async (page: Page, url: string): Promise<string[]> => {
  const links = async (selector: string) =>
    page.locator(selector).evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname))
  const found = new Set(['/', ...(await links('nav a[href]'))])
  for (const path of [...found]) {
    await page.goto(`${url}${path}`)
    await settle(page)
    const record = (await links('main a[href]')).find((target) => !target.startsWith('/api/') && /[0-9a-f]{8}-[0-9a-f-]{27}/.test(target))
    if (record) found.add(record)
  }
  return [...found]
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)

const photograph = async (browser: Browser, url: string, account: string) => {
  const wide = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' })
  const page = await wide.newPage()
  await signIn(page, url, account)
  const paths = await pagesOf(page, url)
  const storageState = await wide.storageState()
  await wide.close()
  for (const width of widths) {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme, storageState, locale: 'vi-VN' })
      const shot = await context.newPage()
      await shot.addInitScript((scheme) => localStorage.setItem('mantine-color-scheme-value', scheme), colorScheme)
      for (const path of paths) {
        await shot.goto(`${url}${path}`)
        await settle(shot)
        if (await sideways(shot)) console.log(`scrolls sideways: ${account} ${path} at ${width}`)
        await shot.screenshot({ path: join(folder, account, `${fileName(path)}-${width}-${colorScheme}.png`), fullPage: true })
      }
      await context.close()
    }
  }
  console.log(`${account}: ${paths.length} pages`)
}

prepare('client', 'web')
if (chosen.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const program = await startProgram({ SAMPLE: '1' })
const own =
  process.platform === 'linux'
    ? { executablePath: await shipped.executablePath(), args: shipped.args.filter((arg) => arg !== '--single-process') }
    : {}
const browser = await chromium.launch(own)
try {
  for (const account of chosen.length > 0 ? chosen : accounts) await photograph(browser, program.url, account)
} finally {
  await browser.close()
  await program.stop()
}
