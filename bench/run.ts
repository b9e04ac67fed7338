// `pnpm bench [operation | start | tasks | desk]`: the program beside a bare twin of the same work, on one PostgreSQL that waits for the disk, in turns; ratios, not absolute figures.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@chung-tay/db/database'
import { startEmbedded } from '@chung-tay/db/embedded'
import { readSecrets } from '@chung-tay/db/secrets'
import autocannon, { type Request } from 'autocannon'
import { startProgram } from '../e2e/program.ts'
import { measureDesk } from './desk.ts'
import { type Filled, fill } from './fill.ts'
import { signIn } from './sign-in.ts'
import { measureStart, memoryOf } from './start.ts'
import { measureTasks } from './tasks.ts'

const rows = Number(process.env.BENCH_ROWS ?? 100_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 1)
const rounds = 7
const connections = 16

/** `goal` as a ratio to the bare twin; performance.md says where they come from. */
type Operation = { name: string; goal: number; requests: (filled: Filled) => Request[] }

const creating = (filled: Filled): Request => ({
  method: 'POST',
  path: `/campaigns/${filled.campaignId}/donations`,
  setupRequest: (request) => ({
    ...request,
    headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      donor: { kind: 'known', id: filled.donorIds[Math.floor(Math.random() * filled.donorIds.length)] },
      fundId: filled.fundIds[0],
      method: 'cash',
      amount: 100_000,
      receivedOn: '2026-06-05',
      note: '',
      // For the twin, which knows nobody.
      ...(request.headers?.cookie === undefined && { userId: filled.userId }),
    }),
  }),
})

const operations: Operation[] = [
  { name: 'list page with totals', goal: 0.9, requests: ({ campaignId }) => [{ path: `/campaigns/${campaignId}/donations` }] },
  {
    name: 'search with totals',
    goal: 0.9,
    requests: ({ campaignId }) => Array.from({ length: 100 }, (_, index) => ({ path: `/campaigns/${campaignId}/donations?q=so%20${1900 + index}` })),
  },
  { name: 'read one', goal: 0.75, requests: ({ donationIds }) => donationIds.map((id) => ({ path: `/donations/${id}` })) },
  { name: 'create', goal: 0.5, requests: (filled) => [creating(filled)] },
  { name: 'report figures', goal: 20, requests: ({ campaignId }) => [{ path: `/campaigns/${campaignId}/donation-figures` }] },
  { name: 'public page', goal: 0.5, requests: () => [{ path: '/transparency/2026' }] },
]

type Side = { url: string; prefix: string; headers: Record<string, string> }
type Sample = { perSecond: number; p99: number }

const shoot = async ({ url, prefix, headers }: Side, requests: Request[], duration: number): Promise<Sample> => {
  const result = await autocannon({
    url,
    connections,
    duration,
    requests: requests.map((request) => ({ ...request, path: `${prefix}${request.path ?? ''}`, headers: { ...headers, ...request.headers } })),
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers that are not 2xx, ${result.errors} errors`)
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 }
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
/** Both in turns, and each pair compared by itself: whatever else the machine does falls on both. */
const measure = async (sides: readonly [Side, Side], requests: Request[]) => {
  const [ours, bare]: [Sample[], Sample[]] = [[], []]
  for (const side of sides) await shoot(side, requests, 1)
  for (let round = 0; round < rounds; round++) {
    ours.push(await shoot(sides[0], requests, seconds))
    bare.push(await shoot(sides[1], requests, seconds))
  }
  const of = (samples: Sample[], pick: (sample: Sample) => number) => median(samples.map(pick))
  const speed = ({ perSecond }: Sample) => perSecond
  return {
    ours: { perSecond: of(ours, speed), p99: of(ours, ({ p99 }) => p99) },
    bare: { perSecond: of(bare, speed), p99: of(bare, ({ p99 }) => p99) },
    ratio: median(ours.map((sample, round) => sample.perSecond / (bare[round]?.perSecond ?? 1))),
  }
}

const startBare = async (ownerUrl: string, port: number): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts')], {
    env: { ...process.env, BARE_DATABASE_URL: ownerUrl, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

const cell = (value: string | number, width: number) => String(value).padStart(width)
const line = (cells: readonly (string | number)[]) => cells.map((value, index) => (index === 0 ? String(value).padEnd(24) : cell(value, 12))).join('')

const printRow = ({ name, goal }: Operation, { ours, bare, ratio }: Awaited<ReturnType<typeof measure>>) => {
  const speeds = [ours.perSecond.toFixed(0), ours.p99, bare.perSecond.toFixed(0), bare.p99]
  console.log(line([name, ...speeds, ratio.toFixed(ratio >= 10 ? 0 : 2), goal, ratio >= goal ? 'met' : 'MISSED']))
}

const run = async (folder: string) => {
  const embedded = await startEmbedded({ dataDir: join(folder, 'database') })
  const stops: (() => Promise<unknown>)[] = [embedded.stop]
  try {
    const { ownerUrl } = embedded
    // The program reads the same secrets from its own folder, so that it signs in with the same password.
    const dataDir = join(folder, 'program')
    const database = await openDatabase({ ownerUrl, appPassword: (await readSecrets(dataDir)).appPassword })
    const filled = await fill(database, ownerUrl, rows).finally(() => database.close())
    const started = Date.now()
    const program = await startProgram({ DATABASE_URL: ownerUrl, LOG_LEVEL: 'error' }, { dataDir })
    stops.unshift(program.stop)
    const cookie = await signIn(program.url)
    const firstAnswer = Date.now() - started
    const atRest = await memoryOf(program.process)
    const bare = await startBare(ownerUrl, program.port + 1)
    stops.unshift(async () => bare.kill())
    const sides = [
      { url: program.url, prefix: '/api', headers: { cookie } },
      { url: `http://127.0.0.1:${program.port + 1}`, prefix: '', headers: {} },
    ] as const
    console.log(`${rows} donations, ${connections} connections, medians of ${rounds} × ${seconds} s; requests a second, p99 in ms\n`)
    console.log(line(['', 'program', 'p99', 'bare', 'p99', 'ratio', 'goal', '']))
    const wanted = operations.filter(({ name }) => name.startsWith(process.argv[2] ?? ''))
    for (const operation of wanted) printRow(operation, await measure(sides, operation.requests(filled)))
    console.log(
      `\nstart to the first signed-in answer ${firstAnswer} ms (database apart); memory at rest ${atRest} MB, after load ${await memoryOf(program.process)} MB`,
    )
  } finally {
    for (const stop of stops) await stop()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'chung-tay-bench-'))
const begun = Date.now()
const measureAll = async () => {
  if (process.argv[2] === 'tasks') return measureTasks()
  if (process.argv[2] === 'desk') return measureDesk()
  if (process.argv[2] !== 'start') await run(folder)
  if (process.argv[2] === undefined || process.argv[2] === 'start') await measureStart(join(folder, 'sample'))
  if (process.argv[2] !== undefined) return
  await measureTasks()
  await measureDesk()
}
await measureAll().finally(() => rm(folder, { recursive: true, force: true }))
console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s in all`)
