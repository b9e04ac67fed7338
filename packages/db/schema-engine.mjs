#!/usr/bin/env node
// What the Prisma CLI starts as its schema engine (PRISMA_SCHEMA_ENGINE_BINARY): JSON-RPC, one message a line, over stdio.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { schemaEngine } from './wasm-engine.ts'

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

// The CLI knows this method by an older name than the engine does.
const methodName = (name) => (name === 'getDatabaseVersion' ? 'version' : name)

const answer = async (engine, { id, method, params }) => {
  try {
    const result = (await engine[methodName(method)](params)) ?? null
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
  const engine = await schemaEngine(url, schema.length > 0 ? schema : undefined)
  for await (const line of createInterface({ input: process.stdin })) await answer(engine, JSON.parse(line))
}

if (values.version) console.log('schema-engine-cli wasm')
// `cli can-connect-to-database` and `cli create-database` need no answer but success.
else if (positionals[0] !== 'cli') await serve()
process.exit(0)
