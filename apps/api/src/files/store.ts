import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the bytes of uploaded files lie, each under its own hash: the same bytes are kept once. */
export type FileStore = {
  /** Keeps the bytes and returns their SHA-256 in hex. */
  put: (bytes: Uint8Array) => Promise<string>
  open: (sha256: string) => ReadStream
  /** Forgets bytes to which nothing refers any more. */
  remove: (sha256: string) => Promise<void>
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

export const createFileStore = (folder: string): FileStore => {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (await exists(path)) return sha256
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      // Written beside and renamed: a crash leaves no half file under a whole name.
      const beside = `${path}.${crypto.randomUUID()}`
      await writeFile(beside, bytes, { flush: true })
      await rename(beside, path)
      return sha256
    },
    open: (sha256) => createReadStream(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}
