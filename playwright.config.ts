import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import chromium from '@sparticuz/chromium'

// The browser comes with the packages on Linux; elsewhere Playwright's own is used.
const shipped = process.platform === 'linux'
// Nothing here draws in three dimensions, and without a graphics card that machinery costs a tenth of the processor.
chromium.setGraphicsMode = false

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/sample-once.ts',
  outputDir: 'node_modules/.cache/playwright',
  // The browser draws without a graphics card, beside a server and a database of the test's own: one journey needs two cores.
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-results/playwright.json' }]],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    ...(shipped && {
      launchOptions: { executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => arg !== '--single-process') },
    }),
  },
})
