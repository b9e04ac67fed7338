import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
import { type Entry, entries, type Kept, type Progress, packs, progress } from './store.ts'
import { type Reach, synchronise } from './sync.ts'

export type Desk = {
  pack: Kept | null | undefined
  progress: Progress | undefined
  own: readonly Entry[]
  waiting: number
  reach: Reach | null
  send: () => void
  refresh: () => void
}

const nothing = { counts: undefined, own: [] }

/** The desk of a list as this device knows it: `pack` is undefined while it is read, null when the device has none. Sends by itself. */
export const useDesk = (listId: string): Desk => {
  const pack = useLiveQuery(async () => (await packs.get(listId)) ?? null, [listId])
  // Read together, for they change together: the page is drawn once for both.
  const known = useLiveQuery(
    async () => ({ counts: await progress.get(listId), own: await entries.where({ listId }).reverse().sortBy('givenAt') }),
    [listId],
  )
  const { counts, own } = known ?? nothing
  const [reach, setReach] = useState<Reach | null>(null)
  const waiting = own.filter(({ state }) => state === 'waiting').length
  const send = useCallback(() => void synchronise(listId).then(setReach), [listId])
  const refresh = useCallback(() => void synchronise(listId, true).then(setReach), [listId])
  useEffect(() => {
    refresh()
    const timer = setInterval(refresh, 15_000)
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [refresh])
  useEffect(() => {
    if (waiting === 0) return
    const timer = setInterval(send, 3_000)
    return () => clearInterval(timer)
  }, [send, waiting > 0])
  return { pack, progress: counts, own, waiting, reach, send, refresh }
}
