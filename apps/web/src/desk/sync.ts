import { accounts } from '@chung-tay/contracts/accounts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { call } from '../api/call.ts'
import { ApiError, codeOf } from '../api/problem.ts'
import { dropPack, type Entry, entries, type First, keepPack, markGiven } from './store.ts'

/** How the last attempt to reach the server ended. */
export type Reach = 'reached' | 'offline' | 'signedOut' | 'otherPerson' | 'refused'

/** Nobody can be reached: passes by itself, and until then every other entry waits too. */
const late: readonly string[] = ['OFFLINE', 'BUSY', 'NOT_READY', 'TOO_MANY_REQUESTS']
/** Nothing was decided about this one entry: it is tried again later, and the others go on. */
const stuck: readonly string[] = ['IN_FLIGHT', 'INTERNAL']
const signedOut: readonly string[] = ['UNAUTHENTICATED', 'PASSWORD_CHANGE_REQUIRED']

const settle = async ({ key }: Entry, error: unknown): Promise<void> => {
  const code = codeOf(error)
  if (code === 'ALREADY_HANDED_OUT' && error instanceof ApiError)
    await entries.update(key, { state: 'second', code, settledAt: new Date(), first: error.details as First })
  else await entries.update(key, { state: 'refused', code, settledAt: new Date(), details: error instanceof ApiError ? { ...error.details } : {} })
}

/** Sends one entry; throws when the others need not be tried. Answers false when somebody else is signed in by now: then nothing was decided about it. */
const sendEntry = async (entry: Entry): Promise<boolean> => {
  const { key, userId, lineId, collectorName, proxyRelation, givenAt, signature } = entry
  try {
    const { progress } = await call(
      handOuts.create,
      {
        params: { id: lineId },
        body: { collectorName, proxyRelation, givenAt: givenAt.toISOString(), givenById: userId, ...(signature && { signature }) },
      },
      { idempotencyKey: key },
    )
    await markGiven(entry, progress)
    return true
  } catch (error) {
    const code = codeOf(error)
    if ([...late, ...signedOut].includes(code)) throw error
    if (stuck.includes(code)) return true
    if (code === 'GIVEN_BY_ANOTHER' || (await call(accounts.me, {})).userId !== userId) return false
    await settle(entry, error)
    return true
  }
}

const reachOf = (error: unknown): Reach => {
  const code = codeOf(error)
  return signedOut.includes(code) ? 'signedOut' : [...late, ...stuck].includes(code) ? 'offline' : 'refused'
}

/** Sends what waits on this device, whatever list it is of, in the name of who gave it and of nobody else. */
const sendWaiting = async (): Promise<Reach> => {
  const others = new Set<string>()
  for (const entry of await entries.where({ state: 'waiting' }).sortBy('givenAt')) {
    if (!others.has(entry.userId) && !(await sendEntry(entry))) others.add(entry.userId)
  }
  return others.size === 0 ? 'reached' : 'otherPerson'
}

const readList = async (listId: string): Promise<void> => {
  try {
    await keepPack(await call(handOuts.desk, { params: { id: listId } }))
  } catch (error) {
    if (reachOf(error) === 'refused') await dropPack(listId)
    throw error
  }
}

const asked = { send: false, fresh: false }
let running: Promise<Reach> | null = null

/** Whatever is asked for while it runs is done before it ends. */
const run = async (listId: string): Promise<Reach> => {
  let reach: Reach = 'reached'
  try {
    while (asked.send) {
      const { fresh } = asked
      Object.assign(asked, { send: false, fresh: false })
      reach = await sendWaiting()
      if (fresh) await readList(listId)
    }
    return reach
  } catch (error) {
    return reachOf(error)
  } finally {
    running = null
  }
}

/** Sends what waits in its order; `fresh` reads the list again too. One at a time; a second window may do the same, since each entry counts once. */
export const synchronise = (listId: string, fresh = false): Promise<Reach> => {
  Object.assign(asked, { send: true, fresh: asked.fresh || fresh })
  running ??= run(listId)
  return running
}
