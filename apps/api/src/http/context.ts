import type { Prisma } from '@chung-tay/db/client'
import type { Database } from '@chung-tay/db/database'
import type { AppAbility } from '@chung-tay/domain/access/abilities'
import type { Actor } from '@chung-tay/domain/access/actor'
import type { IsoDate } from '@chung-tay/domain/dates'
import type { FastifyBaseLogger } from 'fastify'
import type { FileStore } from '../files/store.ts'

/** Time as the agency lives it: the sample lives in June 2021. */
export type Clock = { now: () => Date; today: () => IsoDate }

/** What the whole program shares. */
export type Services = {
  database: Database
  clock: Clock
  files: FileStore
  log: FastifyBaseLogger
}

/** Prisma inside or outside of a transaction. */
export type Db = Prisma.TransactionClient

/** What a service needs to answer somebody: who asks, what they may, and the data. */
export type Context = Services & {
  actor: Actor
  ability: AppAbility
  db: Db
}

export type Audited = {
  subject: string
  id: string
  before?: object | null
  after?: object | null
  reason?: string | undefined
  /** The operation's id when left out. */
  action?: string
}

/** A service that changes something runs in one transaction with its audit entry and its kept answer. */
export type WriteContext = Context & {
  /** The version the person saw; an update carries it in its `where`, so that a stale write finds no row. */
  version: number
  /** One entry, or one for each record of a bulk change. */
  audit: (entry: Audited | readonly Audited[]) => Promise<void>
  /** For what no transaction can take back, such as bytes on the disk: done once everything is committed, or not at all. */
  afterCommit: (work: () => Promise<void>) => void
}
