// `pnpm bench start`: the program with the database inside, as a person starts it again; times and memory of this machine.
import type { ChildProcess } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import autocannon from 'autocannon'
import { type Program, startProgram } from '../e2e/program.ts'
import { signIn } from './sign-in.ts'

const restarts = 5
const idleSeconds = 5
const loadSeconds = 10
const connections = 16

const kilobytes = (text: string, key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
const read = (path: string) => readFile(path, 'utf8').catch(() => '')

/** MB resident; 0 where the system does not tell. */
export const memoryOf = async ({ pid }: ChildProcess): Promise<number> => Math.round(kilobytes(await read(`/proc/${pid}/status`), 'VmRSS') / 1024)

/** MB of PostgreSQL and its workers, what they share counted once. */
const memoryOfDatabase = async ({ pid }: ChildProcess): Promise<number> => {
  const all = await readdir('/proc').catch(() => [])
  const processes = await Promise.all(
    all.filter((name) => /^\d+$/.test(name)).map(async (id) => ({ id, parent: kilobytes(await read(`/proc/${id}/status`), 'PPid') })),
  )
  const below = (parent: number): string[] => processes.filter((process) => process.parent === parent).flatMap(({ id }) => [id, ...below(Number(id))])
  const shares = await Promise.all(below(pid ?? 0).map(async (id) => kilobytes(await read(`/proc/${id}/smaps_rollup`), 'Pss')))
  return Math.round(shares.reduce((sum, share) => sum + share, 0) / 1024)
}

const stop = ({ process: child }: Program) =>
  new Promise<void>((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })

const startOnce = async (dataDir: string, env: Record<string, string> = {}) => {
  const began = Date.now()
  const program = await startProgram({ LOG_LEVEL: 'error', ...env }, { dataDir })
  const cookie = await signIn(program.url)
  const answer = await fetch(`${program.url}/api/campaigns`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`campaigns: ${answer.status}`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  return { program, cookie, campaignId: items[0]?.id ?? '', milliseconds: Date.now() - began }
}

const load = ({ program, cookie, campaignId }: Awaited<ReturnType<typeof startOnce>>) => {
  const paths = ['donations', 'activities', 'tasks', 'donation-figures'].map((name) => `/api/campaigns/${campaignId}/${name}`)
  return autocannon({ url: program.url, connections, duration: loadSeconds, requests: paths.map((path) => ({ path, headers: { cookie } })) })
}

export const measureStart = async (dataDir: string): Promise<void> => {
  const first = await startOnce(dataDir, { SAMPLE: '1' })
  await stop(first.program)
  const times: number[] = []
  for (let count = 1; count < restarts; count++) {
    const again = await startOnce(dataDir)
    times.push(again.milliseconds)
    await stop(again.program)
  }
  const last = await startOnce(dataDir)
  times.push(last.milliseconds)
  await delay(idleSeconds * 1000)
  const [atRest, database] = [await memoryOf(last.program.process), await memoryOfDatabase(last.program.process)]
  const { requests, non2xx } = await load(last)
  const after = await memoryOf(last.program.process)
  await last.program.stop()
  console.log(`first start with the sample ${first.milliseconds} ms; restarts to the first signed-in answer, database included:`)
  console.log(`  ${times.sort((a, b) => a - b).join(', ')} ms (goal 2000)`)
  console.log(
    `memory of the server at rest ${atRest} MB (goal 160), after ${requests.total} reads of pages ${after} MB (goal 300), ${non2xx} refused`,
  )
  console.log(`memory of PostgreSQL beside it at rest ${database} MB`)
}
