import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

const commands = [...readme.matchAll(/(?:npx -y pnpm@12|pnpm) ([a-z]+)/g)].map(([, name]) => name ?? '')
const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path ?? '')
const folders = [...readme.matchAll(/^([\w/]+\/) {2,}/gm)].map(([, path]) => path ?? '')

test('every command the readme names is there', () => {
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
})

test('every path the readme names is there', () => {
  expect(folders.length).toBeGreaterThan(8)
  expect([...links, ...folders].filter((path) => !existsSync(join(root, path)))).toEqual([])
})
