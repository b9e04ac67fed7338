import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.ts'

type Outcome = { passed: number; failed: number }

const results = join(root, 'node_modules/.cache/test-results')
const browser = !process.argv.includes('--no-browser')

const run = (program: string, args: readonly string[]): boolean => {
  const began = Date.now()
  console.log(`\n▸ ${program} ${args.join(' ')}`)
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, { cwd: root, stdio: 'inherit' })
  console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return status === 0
}

const one = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

/** A runner that fails without failing a test, as by an error outside of them, still counts as one failure. */
const counted = (ok: boolean, { passed, failed }: Outcome): Outcome => ({ passed, failed: ok ? failed : Math.max(1, failed) })

const read = (file: string): Record<string, unknown> => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {})

const vitest = (): Outcome => {
  const file = join(results, 'vitest.json')
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const { numPassedTests = 0, numFailedTests = 0 } = read(file) as { numPassedTests?: number; numFailedTests?: number }
  return counted(ok, { passed: numPassedTests, failed: numFailedTests })
}

const playwright = (): Outcome => {
  const ok = run('playwright', ['test'])
  const { stats = {} } = read(join(results, 'playwright.json')) as { stats?: { expected?: number; unexpected?: number; flaky?: number } }
  return counted(ok, { passed: stats.expected ?? 0, failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) })
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
prepare('client', 'web')
const outcomes = [
  one(run('tsc', ['-p', 'tsconfig.json'])),
  one(run('tsc', ['-p', 'apps/web'])),
  one(run('biome', ['ci', '--error-on-warnings', '.'])),
  vitest(),
  ...(browser ? [playwright()] : []),
]
const total = outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
