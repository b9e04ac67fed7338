import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const main = join(root, 'apps/api/src/main.ts')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
/** What `pnpm start` tells Node about memory. */
const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** A running program of one's own: real server, real database, in a folder that goes with it. */
export type Program = { url: string; port: number; dataDir: string; process: ChildProcess; output: () => string; stop: () => Promise<void> }

/** The sample is loaded once for a whole run, by sample-once.ts; each program then begins with a copy of its folder. */
const newFolder = async (sample: boolean): Promise<string> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chung-tay-e2e-'))
  const loaded = process.env.SAMPLE_FOLDER
  if (!sample || loaded === undefined) return dataDir
  // PostgreSQL’s files belong to another user where the tests run as root, and Node’s copy would give them away.
  if (process.platform === 'win32') await cp(loaded, dataDir, { recursive: true })
  else await promisify(execFile)('cp', ['-a', `${loaded}/.`, dataDir])
  return dataDir
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the program as `pnpm start` does once everything is built, and waits until it says where it is. */
export const startProgram = async (env: Record<string, string>, given: { dataDir?: string; port?: number } = {}): Promise<Program> => {
  const port = given.port ?? (await freePort())
  const dataDir = given.dataDir ?? (await newFolder(env.SAMPLE === '1'))
  const child = spawn(process.execPath, [...flags, main], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = `http://127.0.0.1:${port}`
  await new Promise<void>((done, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Chung Tay: ')) done()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => failed(new Error(`The program stopped with ${code}:\n${output}`)))
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, port, dataDir, process: child, output: () => output, stop }
}
