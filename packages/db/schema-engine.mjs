#!/usr/bin/env node
// What the Prisma CLI starts as its schema engine (PRISMA_SCHEMA_ENGINE_BINARY): JSON-RPC, one message a line, over stdio.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { withSchemaEngine } from './wasm-engine.ts'

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: 'string' }, datasource: { type: 'string' }, version: { type: 'boolean' } },
})

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

const failure = ({ message, meta = null, code = '' }) => ({
  code: 4466,
  message,
  data: { is_panic: false, message, meta, error_code: code },
})

const pendingChange = ({ migrationsList, schema, filters }) => ({
  from: migrationsList.migrationDirectories.length > 0 ? { tag: 'migrations', ...migrationsList } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', ...schema },
  filters,
  script: true,
  exitCode: true,
})

// This build finds no shadow database for the next two methods once there are migrations; `diff` does, and knows all but the warnings of lost data.
const evaluateDataLoss = async (engine, params) => {
  const { exitCode } = await engine.diff(pendingChange(params))
  return { migrationSteps: exitCode === 0 ? 0 : 1, unexecutableSteps: [], warnings: [] }
}

const createMigration = async (engine, params) => {
  const { exitCode, stdout } = await engine.diff(pendingChange(params))
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  return {
    connectorType: 'postgresql',
    generatedMigrationName: `${time}_${params.migrationName}`,
    migrationScript: exitCode === 0 ? '-- This is an empty migration.' : stdout,
    extension: 'sql',
  }
}

const call = (engine, method, params) => {
  if (method === 'evaluateDataLoss') return evaluateDataLoss(engine, params)
  if (method === 'createMigration') return createMigration(engine, params)
  // The CLI knows this method by an older name than the engine does.
  return engine[method === 'getDatabaseVersion' ? 'version' : method](params)
}

const answer = async ({ url, schema }, { id, method, params }) => {
  try {
    const result = (await withSchemaEngine(url, schema, (engine) => call(engine, method, params))) ?? null
    // The binary engine prints a diff by itself, as a request of its own.
    if (method === 'diff' && result?.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
    send({ id, result })
  } catch (error) {
    send({ id, error: failure(error) })
  }
}

const serve = async () => {
  const paths = values.datamodels?.split(',') ?? []
  const schema = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')]))
  const { url = process.env.DATABASE_URL } = JSON.parse(values.datasource ?? '{}')
  const database = { url, schema: schema.length > 0 ? schema : undefined }
  for await (const line of createInterface({ input: process.stdin })) await answer(database, JSON.parse(line))
}

if (values.version) console.log('schema-engine-cli wasm')
// `cli can-connect-to-database` and `cli create-database` need no answer but success.
else if (positionals[0] !== 'cli') await serve()
process.exit(0)
