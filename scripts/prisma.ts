// `pnpm prisma <arguments>`: the Prisma command line without downloads. Without DATABASE_URL it works on a PostgreSQL made for this one command.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { startEmbedded } from '@chung-tay/db/embedded'

const root = resolve(import.meta.dirname, '..')
const databasePackage = join(root, 'packages', 'db')

const runPrisma = async (args: string[], databaseUrl: string): Promise<number> => {
  const commandLine = createRequire(join(databasePackage, 'package.json')).resolve('prisma/build/index.js')
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // The engine is a script: it must find this very Node.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      PRISMA_SCHEMA_ENGINE_BINARY: join(databasePackage, 'schema-engine.mjs'),
      DATABASE_URL: databaseUrl,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

const runOnThrowAway = async (args: string[]): Promise<number> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chung-tay-prisma-'))
  const database = await startEmbedded({ dataDir, durable: false })
  try {
    return await runPrisma(args, database.ownerUrl)
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const args = process.argv.slice(2)
const configured = process.env.DATABASE_URL
const needsDatabase = args[0] === 'migrate' || args[0] === 'db'
process.exitCode = await (needsDatabase && !configured ? runOnThrowAway(args) : runPrisma(args, configured ?? ''))
