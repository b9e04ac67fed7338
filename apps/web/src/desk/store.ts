import type { DeskLine, DeskPack, Family } from '@chung-tay/contracts/hand-outs'
import { Dexie, type EntityTable } from 'dexie'
import type { ProblemCode } from '../api/problem.ts'

/** Who collected, as the server wants it. */
export type Told = { collectorName: string; proxyRelation: string | null }
/** Who had the gift already, as the server answered. */
export type First = { at: string; by: string; collectorName: string; proxyRelation: string | null }

/** A hand-out of this device. `waiting` until the server has answered; `second`: somebody had it already; `refused`: with the server's reason. */
export type Entry = Told & {
  /** The submission's key: however often it is sent, it counts once. */
  key: string
  listId: string
  userId: string
  lineId: string
  childName: string
  /** By the server's clock, as far as this device knows it. */
  givenAt: Date
  /** What the collector drew on the screen; leaves the device once the server has it. */
  signature?: string | null
  state: 'waiting' | 'given' | 'second' | 'refused'
  code: ProblemCode | null
  /** When the server answered, by this device's clock. */
  settledAt: Date | null
  first: First | null
  /** Of another refusal, what the server said with it. */
  details?: Record<string, unknown>
}

/** `clockError` is how many milliseconds the server's clock is ahead of this device's. */
export type Kept = Omit<DeskPack, 'at' | 'progress'> & { preparedAt: Date; clockError: number }
/** Beside the list, not in it: each answer of the server brings another, and the whole list is neither written nor drawn again for it. */
export type Progress = DeskPack['progress'] & { listId: string }

/** Strict: what was handed out must survive a battery that dies in the next moment. */
const database = new Dexie('chung-tay-desk', { chromeTransactionDurability: 'strict' }) as Dexie & {
  packs: EntityTable<Kept, 'listId'>
  progress: EntityTable<Progress, 'listId'>
  entries: EntityTable<Entry, 'key'>
}
database.version(1).stores({ packs: 'listId', entries: 'key, listId, state' })
database.version(2).stores({ progress: 'listId' })
export const { packs, progress, entries } = database

export const keepPack = ({ at, progress: counts, ...pack }: DeskPack): Promise<unknown> => {
  const now = new Date()
  return database.transaction('rw', packs, progress, async () => {
    await packs.put({ ...pack, preparedAt: now, clockError: at.getTime() - now.getTime() })
    await progress.put({ listId: pack.listId, ...counts })
  })
}

/** The server has written it: with what it counts now, in one write. */
export const markGiven = ({ key, listId }: Entry, counts: DeskPack['progress']): Promise<unknown> =>
  database.transaction('rw', entries, progress, async () => {
    await entries.update(key, { state: 'given', code: null, settledAt: new Date(), signature: null })
    await progress.put({ listId, ...counts })
  })

/** Who may not read the list finds it on no device either. */
export const dropPack = (listId: string): Promise<unknown> =>
  database.transaction('rw', packs, progress, () => Promise.all([packs.delete(listId), progress.delete(listId)]))

/** Writes hand-outs down before anybody is told that they happened. */
export const writeDown = (pack: Kept, lines: readonly Family['lines'][number][], told: Told & { signature: string | null }): Promise<unknown> => {
  const givenAt = new Date(Date.now() + pack.clockError)
  const { listId, userId } = pack
  const made = lines.map(({ id, childName }) => ({ key: crypto.randomUUID(), listId, userId, lineId: id, childName, givenAt, ...told }))
  return entries.bulkAdd(made.map((entry) => ({ ...entry, state: 'waiting' as const, code: null, settledAt: null, first: null })))
}

/** This device's own hand-out of a line, as long as the list that lies here does not know of it yet. */
export const ownOf = (own: readonly Entry[], { preparedAt }: Kept, lineId: string): Entry | undefined =>
  own.find((one) => one.lineId === lineId && one.state !== 'refused' && (one.settledAt === null || one.settledAt > preparedAt))

/** A gift that is still to be handed over, as far as this device knows. */
export const isWaiting = (line: DeskLine, own: readonly Entry[], pack: Kept): boolean =>
  line.handOut === null && !line.excluded && ownOf(own, pack, line.id) === undefined

/** Given here, and taken back since by somebody else. */
export const isUndone = ({ state, settledAt, lineId }: Entry, { preparedAt, families }: Kept): boolean =>
  state === 'given' &&
  settledAt !== null &&
  settledAt <= preparedAt &&
  families.some(({ lines }) => lines.some(({ id, handOut }) => id === lineId && handOut === null))

/** The list to go back to when something of this device has not reached the server yet. */
export const unsentList = async (): Promise<string | null> => {
  if (!(await Dexie.exists('chung-tay-desk'))) return null
  return (await entries.where('state').notEqual('given').first())?.listId ?? null
}

/** Lists that somebody else took along: what is handed out from one is in the name of who did. */
export const dropListsOfOthers = async (userId: string): Promise<void> => {
  const others = await packs.filter((pack) => pack.userId !== userId).primaryKeys()
  for (const listId of others) await dropPack(listId)
}

/** At the end of a session: names leave the device; what the server has not heard of stays until it has. */
export const wipe = async (): Promise<void> => {
  if (!(await Dexie.exists('chung-tay-desk'))) return
  await packs.clear()
  await progress.clear()
  await entries.where('state').equals('given').delete()
}
