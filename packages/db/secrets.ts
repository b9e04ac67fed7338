import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Secrets = { ownerPassword: string; appPassword: string; authSecret: string }

const secret = () => randomBytes(32).toString('base64url')

const newSecrets = (): Secrets => ({ ownerPassword: secret(), appPassword: secret(), authSecret: secret() })

const create = async (file: string) => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  // A link appears whole or not at all, and never replaces the secrets of a start that was quicker.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
}

const read = async (file: string): Promise<Secrets | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : JSON.parse(text)
}

/** The secrets of one installation, made on first use and kept in `secrets.json`, which only the server's user may read. */
export const readSecrets = async (dataDir: string): Promise<Secrets> => {
  const file = join(dataDir, 'secrets.json')
  const kept = await read(file)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true })
  await create(file)
  const created = await read(file)
  if (!created) throw new Error(`${file} cannot be read back`)
  return created
}
