import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { unusable } from './embedded-cluster.ts'
import { readSecrets } from './secrets.ts'

let dataDir: string
let running: Embedded[]

const start = async () => {
  const embedded = await startEmbedded({ dataDir })
  running.push(embedded)
  return embedded
}

const ask = async (ownerUrl: string, sql: string) => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}

const postmasterPid = async () => Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chung-tay-embedded-'))
  running = []
})

afterEach(async () => {
  for (const embedded of running) await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('keeps what was written through a stop and a start', async () => {
  const first = await start()
  await ask(first.ownerUrl, `CREATE TABLE kept AS SELECT 'Đợt 1' AS name`)
  await first.stop()
  const second = await start()
  expect(await ask(second.ownerUrl, 'SELECT lower(name) AS name FROM kept')).toEqual([{ name: 'đợt 1' }])
})

test('waits for the disk, and is reachable from this machine only', async () => {
  const { ownerUrl } = await start()
  const rows = await ask(
    ownerUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses') ORDER BY name`,
  )
  expect(rows.map((row) => row.setting)).toEqual(['on', '127.0.0.1', 'on'])
})

test('refuses a password that is not the kept one', async () => {
  const { ownerUrl } = await start()
  const wrong = Object.assign(new URL(ownerUrl), { password: 'wrong' }).href
  await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('refuses the data folder of a living server, which goes on', async () => {
  const { ownerUrl } = await start()
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' })
  expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('takes over the PostgreSQL of a server that was killed', async () => {
  const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    const { ownerUrl } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(ownerUrl)`
  const server = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(server.stdout, 'data')
  await ask(String(line).trim(), 'CREATE TABLE kept AS SELECT 7 AS number')
  const orphan = await postmasterPid()
  server.kill('SIGKILL')
  await once(server, 'exit')
  process.kill(orphan, 0)

  const { ownerUrl } = await start()
  expect(await postmasterPid()).not.toBe(orphan)
  expect(await ask(ownerUrl, 'SELECT number FROM kept')).toEqual([{ number: 7 }])
})

test('starts on what a killed machine left: the process file of nobody', async () => {
  const first = await start()
  await first.stop()
  // The number of a living program that is no PostgreSQL.
  const left = [process.pid, join(dataDir, 'postgres'), Math.floor(Date.now() / 1000), 1, '', '127.0.0.1', '', 'ready']
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${left.join('\n')}\n`)
  const { ownerUrl } = await start()
  expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('brings a killed PostgreSQL back on the same address, with everything acknowledged', async () => {
  const embedded = await start()
  await ask(embedded.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS number')
  const told = new Promise((resolve) => embedded.onExit(resolve))
  process.kill(await postmasterPid(), 'SIGKILL')
  expect(await told).toMatchObject({ signal: 'SIGKILL' })
  await expect.poll(() => ask(embedded.ownerUrl, 'SELECT number FROM kept').catch(() => undefined), { timeout: 10_000 }).toEqual([{ number: 7 }])
  // The lock is held again.
  await expect.poll(() => startEmbedded({ dataDir }).catch((error) => error.code), { timeout: 10_000 }).toBe('DATA_DIR_IN_USE')
})

test('works below a folder that only its owner may enter', async () => {
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'closed', 'data') })
  running.push(embedded)
  await embedded.stop()
  await chmod(join(dataDir, 'closed'), 0o700)
  const again = await startEmbedded({ dataDir: join(dataDir, 'closed', 'data') })
  running.push(again)
  expect(await ask(again.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('tells a full disk from a folder that cannot be used', () => {
  expect(unusable(dataDir, 'could not write: No space left on device')).toMatchObject({ code: 'DISK_FULL' })
  expect(unusable(dataDir, 'Permission denied')).toMatchObject({ code: 'DATA_DIR_UNUSABLE' })
})

test('says in one line that a data folder cannot be used', async () => {
  await writeFile(join(dataDir, 'file'), '')
  const error = await startEmbedded({ dataDir: join(dataDir, 'file', 'below') }).catch((reason) => reason)
  expect(error).toMatchObject({ name: 'StartError', code: 'DATA_DIR_UNUSABLE' })
  expect(error.message).not.toContain('\n')
})

test('keeps its secrets, for its own user alone', async () => {
  const secrets = await readSecrets(dataDir)
  expect(await readSecrets(dataDir)).toEqual(secrets)
  expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
})
