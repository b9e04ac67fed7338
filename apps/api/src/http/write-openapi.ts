import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describeApi } from '../describe-api.ts'
import { packageSchema } from '../packages/schema.ts'

const path = resolve(import.meta.dirname, '../../../../openapi.json')
await writeFile(path, await describeApi())
await writeFile(resolve(import.meta.dirname, '../../../../docs/figures-package.schema.json'), packageSchema())
