import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { type Program, startProgram } from './program.ts'

const writers = 8
const rounds = 5

const signIn = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'congdoan', password: 'chungtay-2021' }),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const read = async <T>(url: string, cookie: string): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(url, { headers: { cookie } }).catch(() => undefined)
    if (response?.ok) return (await response.json()) as T
    if (attempt > 100) throw new Error(`${url} does not answer`)
    await wait(100)
  }
}

type Written = { acknowledged: Set<string>; sent: number }

/** Records donations until told to stop; a key is sent again until it is answered, as the client does. */
const write = async (program: Program, cookie: string, path: string, fundId: string, written: Written, going: () => boolean) => {
  while (going()) {
    const note = crypto.randomUUID()
    const body = JSON.stringify({
      donor: { kind: 'person', name: `Người ủng hộ ${note}` },
      fundId,
      method: 'cash',
      amount: 50_000,
      receivedOn: '2021-06-10',
      note,
    })
    written.sent++
    while (going()) {
      const response = await fetch(`${program.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': note, cookie },
        body,
      }).catch(() => undefined)
      if (response?.status === 201) {
        written.acknowledged.add(note)
        break
      }
      await wait(20)
    }
  }
}

const postgresPid = (dataDir: string) => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

const kept = async (program: Program, cookie: string, path: string): Promise<string[]> => {
  const notes: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { note: string }[]; nextCursor: string | null } = await read(
      `${program.url}${path}?limit=200${cursor ? `&cursor=${cursor}` : ''}`,
      cookie,
    )
    notes.push(...page.items.map((item) => item.note))
    cursor = page.nextCursor
  } while (cursor !== null)
  return notes
}

for (const victim of ['server', 'database'] as const) {
  test(`no acknowledged donation is lost or doubled when the ${victim} is killed during writes, ${rounds} times`, async () => {
    test.setTimeout(180_000)
    let program = await startProgram({ SAMPLE: '1' })
    try {
      const cookie = await signIn(program.url)
      const [campaign] = (await read<{ items: { id: string }[] }>(`${program.url}/api/campaigns`, cookie)).items
      const [fund] = (await read<{ items: { id: string }[] }>(`${program.url}/api/funds`, cookie)).items
      const path = `/api/campaigns/${campaign?.id}/donations`
      const written: Written = { acknowledged: new Set(), sent: 0 }
      for (let round = 0; round < rounds; round++) {
        let going = true
        const before = written.acknowledged.size
        const running = Array.from({ length: writers }, () => write(program, cookie, path, fund?.id ?? '', written, () => going))
        await expect.poll(() => written.acknowledged.size - before, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(40)
        execFileSync('kill', ['-9', String(victim === 'server' ? program.process.pid : postgresPid(program.dataDir))])
        going = false
        await Promise.all(running)
        if (victim === 'server') program = await startProgram({ SAMPLE: '1' }, { dataDir: program.dataDir, port: program.port })
        await read(`${program.url}/api/health/ready`, cookie)
      }
      const notes = await kept(program, cookie, path)
      expect([...written.acknowledged].filter((note) => !notes.includes(note))).toEqual([])
      expect(notes.filter((note, index) => note !== '' && notes.indexOf(note) !== index)).toEqual([])
      expect(written.acknowledged.size).toBeGreaterThan(rounds * 40)
      const ledger = await read<{ checks: { ok: boolean }[] }>(`${program.url}/api/ledger/checks`, cookie)
      expect(ledger.checks.every((check) => check.ok)).toBe(true)
    } finally {
      await program.stop()
    }
  })
}
