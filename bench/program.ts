import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createTestDatabase, startTestServer } from '@chung-tay/db/test-database'
import type { Role } from '@chung-tay/domain/access/actor'
import { makeEmployee } from '@chung-tay/testing/agency'
import { hashPassword } from '../apps/api/src/accounts/auth.ts'
import { insertAccount } from '../apps/api/src/accounts/service.ts'
import { buildApp } from '../apps/api/src/app.ts'
import { createClock } from '../apps/api/src/clock.ts'

export const password = 'chungtay-2021'

export type Db = Awaited<ReturnType<typeof createTestDatabase>>['database']['prisma']

/** An account that signs in with `password`. */
export const addAccount = async (db: Db, username: string, role: Role, employee?: { id: string; name: string }): Promise<void> => {
  const { id: employeeId, name } = employee ?? (await makeEmployee(db))
  await insertAccount(db, { name, username, roles: [role], employeeId }, await hashPassword(password), false)
}

/** The program with an empty database of its own, on a day that stands still; `stop` takes both away. */
export const startBench = async (day: string) => {
  const { server, stop: stopServer } = await startTestServer()
  const { database, ownerUrl } = await createTestDatabase(server)
  const filesFolder = await mkdtemp(join(tmpdir(), 'chung-tay-bench-'))
  const { app } = await buildApp({
    database,
    clock: createClock(day),
    filesFolder,
    clientFolder: resolve(import.meta.dirname, '../apps/web/dist'),
    authSecret: 'a secret of the bench, long enough to sign with',
    baseUrl: 'http://localhost',
    logLevel: 'error',
    loadSample: async () => {},
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const stop = async () => {
    await app.close()
    await rm(filesFolder, { recursive: true, force: true })
    await stopServer()
  }
  return { url, db: database.prisma, ownerUrl, stop }
}
