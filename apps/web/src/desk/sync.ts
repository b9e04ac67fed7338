import { accounts } from '@chung-tay/contracts/accounts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { call } from '../api/call.ts'
import { ApiError, codeOf } from '../api/problem.ts'
import { type Entry, entries, type First, keepPack } from './store.ts'

/** How the last attempt to reach the server ended. */
export type Reach = 'reached' | 'offline' | 'signedOut' | 'otherPerson' | 'refused'

/** Passes by itself: nothing was decided, so the entry goes on waiting. */
const late: readonly string[] = ['OFFLINE', 'IN_FLIGHT', 'BUSY', 'NOT_READY', 'TOO_MANY_REQUESTS', 'INTERNAL']
const signedOut: readonly string[] = ['UNAUTHENTICATED', 'PASSWORD_CHANGE_REQUIRED']

const settle = async ({ key }: Entry, error: unknown): Promise<void> => {
  const code = codeOf(error)
  if (code === 'ALREADY_HANDED_OUT' && error instanceof ApiError)
    await entries.update(key, { state: 'second', code, settledAt: new Date(), first: error.details as First })
  else await entries.update(key, { state: 'refused', code, settledAt: new Date() })
}

/** Sends one entry; throws when the server did not decide about it. */
const sendEntry = async (entry: Entry): Promise<void> => {
  const { key, lineId, collectorName, proxyRelation, givenAt } = entry
  try {
    await call(
      handOuts.create,
      { params: { id: lineId }, body: { collectorName, proxyRelation, givenAt: givenAt.toISOString() } },
      { idempotencyKey: key },
    )
    await entries.update(key, { state: 'given', code: null, settledAt: new Date() })
  } catch (error) {
    if ([...late, ...signedOut].includes(codeOf(error))) throw error
    await settle(entry, error)
  }
}

const reachOf = (error: unknown): Reach => {
  const code = codeOf(error)
  return signedOut.includes(code) ? 'signedOut' : late.includes(code) ? 'offline' : 'refused'
}

const sendAll = async (listId: string): Promise<Reach> => {
  const waiting = await entries.where({ listId, state: 'waiting' }).sortBy('givenAt')
  if (waiting.length > 0) {
    // What one person gave is never sent in the name of another who has signed in since.
    const { userId } = await call(accounts.me, {})
    if (waiting.some((entry) => entry.userId !== userId)) return 'otherPerson'
    for (const entry of waiting) await sendEntry(entry)
  }
  await keepPack(await call(handOuts.desk, { params: { id: listId } }))
  return 'reached'
}

let running: Promise<Reach> | null = null

/** Sends what waits in its order, then reads the list again. One at a time; a second window may do the same, since each entry counts once. */
export const synchronise = (listId: string): Promise<Reach> => {
  running ??= sendAll(listId)
    .catch(reachOf)
    .finally(() => {
      running = null
    })
  return running
}
