import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describeApi } from '../describe-api.ts'

const path = resolve(import.meta.dirname, '../../../../openapi.json')
await writeFile(path, await describeApi())
