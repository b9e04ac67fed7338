import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { describeApi } from '../describe-api.ts'
import { packageSchema } from '../packages/schema.ts'

test('openapi.json is what the contracts say (pnpm openapi writes it)', async () => {
  const committed = await readFile(resolve(import.meta.dirname, '../../../../openapi.json'), 'utf8')
  expect(committed === (await describeApi())).toBe(true)
})

test('docs/figures-package.schema.json is what packages are read by (pnpm openapi writes it)', async () => {
  const published = await readFile(resolve(import.meta.dirname, '../../../../docs/figures-package.schema.json'), 'utf8')
  expect(published).toBe(packageSchema())
})
