import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getFormat } from '@lingui/cli/api'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'

type Text = { source: string; english: string }

const web = import.meta.dirname
const format = await getFormat(undefined, 'vi')

const read = async (file: string): Promise<Map<string, Text>> =>
  new Map(
    Object.entries((await format.read(file, 'en')) ?? {}).map(([id, { message, translation }]) => [
      id,
      { source: message ?? id, english: String(translation ?? '') },
    ]),
  )

/** What the source says now; written beside, so that the catalog itself is left as it is. */
const extracted = async (): Promise<Map<string, Text>> => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
  try {
    const config = { rootDir: web, sourceLocale: 'vi', locales: ['en'], catalogs: [{ path: join(folder, '{locale}'), include: [join(web, 'src')] }] }
    writeFileSync(join(folder, 'lingui.config.json'), JSON.stringify(config))
    const command = join(web, 'node_modules/.bin/lingui')
    execFileSync(command, ['extract', '--config', join(folder, 'lingui.config.json'), '--workers', '1'], { cwd: web, stdio: 'pipe' })
    return await read(join(folder, 'en.po'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The values and the tags that a text shows; English may ask a number for its plural where Vietnamese has none. */
const partsOf = (text: string): string[] => {
  const names = (tokens: CompiledMessage): string[] =>
    tokens.flatMap((token) => {
      if (typeof token === 'string') return token.match(/<\/?\d+\/?>/g) ?? []
      const [name, , choices] = token
      const inner = typeof choices === 'object' && choices !== null ? Object.values(choices).filter(Array.isArray) : []
      // The number sign of a plural is a token of its own.
      return [...(name === '#' ? [] : [name]), ...inner.flatMap((choice) => names(choice as CompiledMessage))]
    })
  return [...new Set(names(compileMessageOrThrow(text)))].sort()
}

const catalog = await read(join(web, 'src/locales/en.po'))
const used = await extracted()

test('the catalog holds every message of the source', () => {
  expect(used.size).toBeGreaterThan(1000)
  expect([...used].filter(([id]) => !catalog.has(id)).map(([, { source }]) => source)).toEqual([])
})

test('every message of the source has its English', () => {
  expect([...used.keys()].filter((id) => catalog.get(id)?.english.trim() === '').map((id) => catalog.get(id)?.source)).toEqual([])
})

test('English shows the same values and tags as Vietnamese', () => {
  const apart = [...catalog.values()].filter(({ source, english }) => english !== '' && partsOf(source).join() !== partsOf(english).join())
  expect(apart).toEqual([])
})
