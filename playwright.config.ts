import { defineConfig } from '@playwright/test'
import chromium from '@sparticuz/chromium'

// The browser comes with the packages on Linux; elsewhere Playwright's own is used.
const shipped = process.platform === 'linux'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/playwright',
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // How long a page may take on a machine that does other work too; what it must show is the same.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-results/playwright.json' }]],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    ...(shipped && {
      launchOptions: { executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => arg !== '--single-process') },
    }),
  },
})
