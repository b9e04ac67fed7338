import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { describeApi } from '../describe-api.ts'

test('openapi.json is what the contracts say (pnpm openapi writes it)', async () => {
  const committed = await readFile(resolve(import.meta.dirname, '../../../../openapi.json'), 'utf8')
  expect(committed === (await describeApi())).toBe(true)
})
