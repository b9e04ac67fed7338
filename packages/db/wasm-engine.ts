import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

export type SchemaFiles = [path: string, content: string][]

const CATALOGUE_CHAR = 18
const FIXED_CHAR = 1042

const load = async () => {
  // The engine reports a panic through this global; without it the cause is lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } })
  const file = join(dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...wasm } })
  wasm.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

let loading: Promise<void> | undefined

/** Introspection reads the catalogue's own type "char", which the adapter refuses; it passes as char(1) and is named again in the answer. */
const acceptCatalogueChar = (pool: pg.Pool, adapter: SqlDriverAdapter) => {
  const charColumns = new WeakMap<object, number[]>()
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<pg.QueryArrayResult>
  const renaming = async (...input: unknown[]) => {
    const result = await query(...input)
    const columns = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === CATALOGUE_CHAR ? [index] : []))
    if (columns.length > 0) charColumns.set(result.rows, columns)
    for (const field of result.fields ?? []) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = FIXED_CHAR
    return result
  }
  Object.assign(pool, { query: renaming })
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (input) => {
    const result = await queryRaw(input)
    for (const column of charColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character
    return result
  }
}

/** In the adapter's own form, in which alone the engine can tell what PostgreSQL said. */
const asAdapterError = (error: unknown) => {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint, originalCode: code, originalMessage: message })
}

/** The adapter cuts scripts at every semicolon, those in function bodies included. Sent whole, a script is one transaction too. */
const keepScriptsWhole = (pool: pg.Pool, adapter: SqlDriverAdapter) => {
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: unknown) => {
      throw asAdapterError(error)
    })
  }
}

const connect = async (config: pg.PoolConfig) => {
  const pool = new pg.Pool(config)
  pool.on('error', () => {})
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  acceptCatalogueChar(pool, adapter)
  keepScriptsWhole(pool, adapter)
  return adapter
}

/** The adapter's own shadow database would be dropped while a pool still holds it. */
const connectToShadowDb = async (config: pg.PoolConfig) => {
  const owner = await connect(config)
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await owner.executeScript(`CREATE DATABASE "${database}"`)
  const shadow = await connect({ ...config, database })
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await owner.executeScript(`DROP DATABASE "${database}"`)
    await owner.dispose()
  }
  return shadow
}

/**
 * Prisma's schema engine on one database, as WebAssembly in this process; no binary is downloaded. `schema` may be left out when no method needs it.
 * An engine is good for one call: afterwards it has lost the way to a shadow database.
 */
export const withSchemaEngine = async <Result>(
  url: string,
  schema: SchemaFiles | undefined,
  call: (engine: wasm.SchemaEngine) => Promise<Result>,
) => {
  loading ??= load()
  await loading
  // Taken apart, because a connection string would override the shadow database's name.
  const config = parseIntoClientConfig(url)
  const adapters: SqlDriverAdapter[] = []
  const keep = async (opening: Promise<SqlDriverAdapter>) => {
    const adapter = await opening
    adapters.push(adapter)
    return adapter
  }
  const factory = {
    provider: 'postgres' as const,
    adapterName: '@prisma/adapter-pg',
    connect: () => keep(connect(config)),
    connectToShadowDb: () => connectToShadowDb(config),
  }
  const engine = await wasm.SchemaEngine.new({ datamodels: schema }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  try {
    return await call(engine)
  } finally {
    engine.free()
    await Promise.all(adapters.map((adapter) => adapter.dispose()))
  }
}
