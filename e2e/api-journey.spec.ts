import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startProgram } from './program.ts'

const path = join(import.meta.dirname, '../docs/api-journey.md')
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

type Row = Readonly<Record<string, string>>
type Step = { line: number; person: string; method: string; url: string; header: readonly (string | undefined)[]; body: string; expected: string }
type Block = { steps: Step[]; rows: readonly Row[] }

const cellsOf = (line: string) => line.split(/\s*\|\s*/).slice(1, -1)

/** The table above, its columns by their names; the second line is only its rule. */
const rowsOf = ([head = '', , ...lines]: readonly string[]): Row[] =>
  lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [cellsOf(head)[at] ?? '', cell])))

/** A request ends with its expected answer; what stands between is its body. */
const stepsOf = (lines: readonly string[], firstLine: number): Step[] => {
  const steps: Step[] = []
  let person = ''
  let step: Step | undefined
  for (const [at, line] of lines.entries()) {
    const [, method, url, ...header] = /^(GET|POST|PUT|DELETE) (\S+)(?: ([\w-]+): (.+))?$/.exec(line) ?? []
    if (line.startsWith('# as ')) person = line.slice(5)
    else if (step && /^# \d{3}\b/.test(line)) {
      steps.push({ ...step, expected: line.slice(2) })
      step = undefined
    } else if (step) step.body += `${line}\n`
    else if (method && url) step = { line: firstLine + at, person, method, url, header, body: '', expected: '' }
    else if (line !== '# for each row') throw new Error(`docs/api-journey.md:${firstLine + at} is not understood: ${line}`)
  }
  if (step) throw new Error(`docs/api-journey.md:${step.line} does not say what it expects`)
  return steps
}

const parse = (text: string): Block[] => {
  const lines = text.split('\n')
  const tables: string[][] = []
  return lines.flatMap((line, at) => {
    if (line.startsWith('|')) {
      if (!lines[at - 1]?.startsWith('|')) tables.push([])
      tables.at(-1)?.push(line)
    }
    if (line !== '```http') return []
    const block = lines.slice(at + 1, lines.indexOf('```', at))
    return { steps: stepsOf(block, at + 2), rows: block.includes('# for each row') ? rowsOf(tables.at(-1) ?? []) : [{}] }
  })
}

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
const later = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

/** What a name stands for: captured, out of the row, or a day or year counted from today's; cells name others in turn. */
const fill = (text: string, known: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
    const [, base, difference = '0'] = /^(today|year)([+-]\d+)?$/.exec(name) ?? []
    if (base) return base === 'today' ? later(Number(difference)) : String(Number(today.slice(0, 4)) + Number(difference))
    const value = known.get(name)
    if (value === undefined) throw new Error(`Nothing was kept as {{${name}}}`)
    return fill(value, known)
  })

const at = (answer: unknown, where: string): string => {
  const value = where.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], answer)
  if (value === undefined || value === null) throw new Error(`${where} is not in ${JSON.stringify(answer)}`)
  return String(value)
}

const bodyOf = (text: string): { body?: string | FormData; type?: string } => {
  const name = /^< (\S+)\s*$/.exec(text)?.[1]
  if (name === undefined) return text === '' ? {} : { body: text, type: 'application/json' }
  const body = new FormData()
  body.set('file', new Blob([Buffer.from(pixel, 'base64')], { type: 'image/png' }), name)
  return { body }
}

test('docs/api-journey.md holds from the empty database to the signed report', async () => {
  const program = await startProgram({ SAMPLE: '', DATABASE_URL: '', TODAY: '', BASE_URL: '' })
  const kept = new Map([['setupToken', /\/setup#(\S+)/.exec(program.output())?.[1] ?? '']])
  const cookies = new Map<string, string>()

  const send = async (step: Step, known: ReadonlyMap<string, string>) => {
    const { body, type } = bodyOf(fill(step.body, known))
    const person = fill(step.person, known)
    const headers = new Headers({ 'idempotency-key': crypto.randomUUID(), ...(type && { 'content-type': type }) })
    const cookie = cookies.get(person)
    if (cookie && !step.url.includes('/sign-in/')) headers.set('cookie', cookie)
    const [name, value] = step.header
    if (name && value) headers.set(name, fill(value, known))
    const response = await fetch(program.url + fill(step.url, known), { method: step.method, headers, ...(body && { body }) })
    const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (given.length > 0) cookies.set(person, given.join('; '))
    const text = await response.text()
    const answer: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : { begins: text.slice(0, 2) }
    const [status, ...claims] = step.expected.split(/ (?=\S+=)/)
    expect(String(response.status), text).toBe(status)
    for (const claim of claims) {
      const [, left = '', sign, right = ''] = /^(.+?)(==?)(.*)$/.exec(claim) ?? []
      if (sign === '==') expect(at(answer, left), `${left} in ${text}`).toBe(fill(right, known))
      else kept.set(fill(left, known), at(answer, right))
    }
  }

  try {
    for (const { steps, rows } of parse(readFileSync(path, 'utf8'))) {
      for (const row of rows) {
        for (const step of steps) {
          const name = `docs/api-journey.md:${step.line} ${step.method} ${step.url}`
          const known = new Map([...kept, ...Object.entries(row)])
          await test.step(name, () => send(step, known)).catch((error: Error) => Promise.reject(new Error(`${name}\n${error.message}`)))
        }
      }
    }
  } finally {
    await program.stop()
  }
})
