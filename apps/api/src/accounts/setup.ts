import { randomBytes, timingSafeEqual } from 'node:crypto'
import { setup } from '@chung-tay/contracts/accounts'
import { DomainError } from '@chung-tay/domain/errors'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Db, WriteContext } from '../http/context.ts'
import { implement } from '../http/implement.ts'
import { hashPassword } from './auth.ts'
import { checkPassword } from './passwords.ts'
import { insertAccount } from './service.ts'

type Input = z.output<typeof setup.run.body>
/** Fills an agency that was just set up with the sample of 2021. */
export type LoadSample = (db: Db, recorderId: string) => Promise<void>

const isSetUp = async (db: Db): Promise<boolean> => (await db.agency.count()) > 0

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const runSetup = async (context: WriteContext, input: Input, token: string, loadSample: LoadSample): Promise<{ ok: true }> => {
  // Whoever comes second waits for the first and then finds it done.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('setup'))`
  if (await isSetUp(context.db)) throw new DomainError('ALREADY_SET_UP')
  if (!same(input.token, token)) throw new DomainError('SETUP_TOKEN_INVALID')
  const { name, username, password } = input.administrator
  checkPassword(password, username)
  await context.db.agency.create({ data: input.agency })
  const id = await insertAccount(
    context.db,
    { name, username, roles: ['administrator', 'office'], employeeId: null },
    await hashPassword(password),
    false,
  )
  if (input.sample) await loadSample(context.db, id)
  await context.audit({ subject: 'Agency', id: '1', after: { ...input.agency, administrator: id } })
  return { ok: true }
}

/** The token lives in this process alone and is worth nothing once the agency exists. */
export const createSetup = (loadSample: LoadSample) => {
  const token = randomBytes(24).toString('base64url')
  const routes = async (app: FastifyInstance) => {
    implement(app, setup.status, async ({ context }) => ({ needed: !(await isSetUp(context.db)) }))
    implement(app, setup.run, ({ context, body }) => runSetup(context, body, token, loadSample))
  }
  return { token, routes, isSetUp }
}
