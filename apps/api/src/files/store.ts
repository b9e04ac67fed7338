import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the bytes of uploaded files lie, each under its own hash: the same bytes are kept once. */
export type FileStore = {
  /** Keeps the bytes and returns their SHA-256 in hex. */
  put: (bytes: Uint8Array) => Promise<string>
  open: (sha256: string) => ReadStream
  /** Forgets bytes to which nothing refers any more. */
  remove: (sha256: string) => Promise<void>
  /** Removes what was last put before a moment and is not `used`; answers how many files. */
  sweep: (before: Date, used: (sha256: string) => Promise<boolean>) => Promise<number>
}

/** Marks bytes that are there as wanted again, so that a sweep leaves them; false when they are not there. */
const touch = async (path: string): Promise<boolean> => {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

/** False too for what has gone since the folder was read: an upload renames what it wrote beside. */
const isOlder = (path: string, before: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  )

const swept = '.swept'

/**
 * Moved aside before anything is asked: whoever puts the same bytes meanwhile has either touched them, which is seen, or finds nothing
 * and writes them anew. What lies aside already, or half written, is left from a crash; the same bytes are moved back if they are used.
 */
const sweepFile = async (path: string, name: string, before: Date, used: (sha256: string) => Promise<boolean>): Promise<boolean> => {
  if (name.endsWith(swept) && (await used(name.slice(0, -swept.length)))) return rename(path, path.slice(0, -swept.length)).then(() => false)
  if (!(await isOlder(path, before))) return false
  if (!/^[0-9a-f]{64}$/.test(name)) return rm(path, { force: true }).then(() => true)
  if (await used(name)) return false
  const aside = `${path}${swept}`
  await rename(path, aside)
  if (!(await isOlder(aside, before)) || (await used(name))) return rename(aside, path).then(() => false)
  await rm(aside, { force: true })
  return true
}

export const createFileStore = (folder: string): FileStore => {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (await touch(path)) return sha256
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      // Written beside and renamed: a crash leaves no half file under a whole name.
      const beside = `${path}.${crypto.randomUUID()}`
      await writeFile(beside, bytes, { flush: true })
      await rename(beside, path)
      return sha256
    },
    open: (sha256) => createReadStream(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    sweep: async (before, used) => {
      let removed = 0
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
        if (entry.isFile() && (await sweepFile(join(entry.parentPath, entry.name), entry.name, before, used))) removed++
      }
      return removed
    },
  }
}
