import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prismaFolder } from './migrate.ts'
import { type SchemaFiles, withSchemaEngine } from './wasm-engine.ts'

const readSchema = async (): Promise<SchemaFiles> => {
  const folder = join(prismaFolder, 'schema')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(names.map(async (name): Promise<SchemaFiles[number]> => [join(folder, name), await readFile(join(folder, name), 'utf8')]))
}

/** The SQL that would turn a migrated database into what `prisma/schema` says; '' when they agree. */
export const schemaDrift = async (ownerUrl: string): Promise<string> => {
  const schema = await readSchema()
  const files = schema.map(([path, content]) => ({ path, content }))
  const { exitCode, stdout } = await withSchemaEngine(ownerUrl, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: prismaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '').trim()
}
