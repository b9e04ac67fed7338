import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

const filesOf = (patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: root, exclude: ['**/node_modules/**', '**/dist/**', '**/*.test.*'] }).sort()

const hashOf = (patterns: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const path of filesOf(patterns)) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

type Product = { name: string; inputs: readonly string[]; output: string; command: readonly string[]; folder: string }

const products: Record<'client' | 'web', Product> = {
  client: {
    name: 'Prisma client',
    inputs: ['prisma/schema/*.prisma', 'packages/db/package.json'],
    output: 'packages/db/generated/client.ts',
    command: ['node', 'scripts/prisma.ts', 'generate'],
    folder: '.',
  },
  web: {
    name: 'web client',
    inputs: ['apps/web/src/**/*.*', 'apps/web/*.*', 'packages/contracts/*.ts', 'packages/domain/**/*.ts', 'pnpm-lock.yaml'],
    output: 'apps/web/dist/index.html',
    command: ['vite', 'build', '--logLevel', 'warn'],
    folder: 'apps/web',
  },
}

const bin = (folder: string) => [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':')

/** Makes what is generated or built only when what it is made of has changed. */
export const prepare = (...names: (keyof typeof products)[]): void => {
  for (const name of names) {
    const { inputs, output, command, folder, name: title } = products[name]
    const mark = join(root, 'node_modules/.cache', `${name}.hash`)
    const hash = hashOf(inputs)
    if (existsSync(join(root, output)) && existsSync(mark) && readFileSync(mark, 'utf8') === hash) continue
    console.log(`Making the ${title} …`)
    const [program = '', ...args] = command
    const run = spawnSync(program, args, {
      cwd: join(root, folder),
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', PATH: bin(folder) },
    })
    if (run.status !== 0) {
      console.error(run.stdout, run.stderr, run.error ?? '')
      process.exit(1)
    }
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
    writeFileSync(mark, hash)
  }
}
