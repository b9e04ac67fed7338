import { accounts } from '@chung-tay/contracts/accounts'
import { campaigns } from '@chung-tay/contracts/campaigns'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { abilityFor, type Permission, partsOf } from '@chung-tay/domain/access/abilities'
import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { notFound, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { post } from '../api/call.ts'
import { codeOf } from '../api/problem.ts'
import { queryOf } from '../api/query.ts'
import { forgetDrafts } from '../ui/drafts.ts'
import { gatePaths, toGate } from './gate.ts'

export type Me = OutputOf<typeof accounts.me>
export type Campaign = OutputOf<typeof campaigns.list>['items'][number]

export const meQuery = queryOf(accounts.me, {})
export const campaignsQuery = queryOf(campaigns.list, {})

/** The browser is on its way to another page: nothing is to be shown any more. */
const leaving = new Promise<never>(() => undefined)

/** Before any page of the app: who is signed in. Sends to the sign-in page, or to the first change of the password. */
export const requireSession = async (client: QueryClient, href: string): Promise<Me> => {
  const me = await client.ensureQueryData(meQuery).catch((error: unknown) => {
    if (toGate(codeOf(error), href)) return leaving
    throw error
  })
  return me.mustChangePassword && toGate('PASSWORD_CHANGE_REQUIRED', href) ? leaving : me
}

/** The campaign of a year; a year the department never ran is not found. */
export const requireCampaign = async (client: QueryClient, year: number): Promise<Campaign> => {
  const { items } = await client.ensureQueryData(campaignsQuery)
  const campaign = items.find((one) => one.year === year)
  if (!campaign) throw notFound()
  return campaign
}

/** Who is signed in. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

/** May I …? `can('void Donation')` asks for the role, `can('acknowledge Task', task)` for this very record too: the same rules as the server's. */
export const useCan = () => {
  const me = useMe()
  return useMemo(() => {
    const ability = abilityFor(me)
    return (permission: Permission, record?: Record<string, unknown>): boolean => {
      const [action, subject] = partsOf(permission)
      return ability.can(action, record ? { ...record, __caslSubjectType__: subject } : subject)
    }
  }, [me])
}

/** Every year, the latest first. */
export const useCampaigns = (): readonly Campaign[] => useSuspenseQuery(campaignsQuery).data.items

/** The campaign on the screen: the year of the address, else this year's, else the latest. Null before the first one is made. */
export const useCurrentCampaign = (): Campaign | null => {
  const campaigns = useCampaigns()
  const { today } = useMe()
  const { year: path } = useParams({ strict: false })
  const { year: search } = useSearch({ strict: false })
  const wanted = Number(path ?? search ?? today.slice(0, 4))
  return campaigns.find(({ year }) => year === wanted) ?? campaigns[0] ?? null
}

/** The campaign of a page under `/$year`, as it now is. */
export const useCampaign = (): Campaign => {
  const campaign = useCurrentCampaign()
  if (!campaign) throw notFound()
  return campaign
}

/** After the session has ended: leaves nothing of it on the device. A whole new page, so that nothing stays in memory either. */
export const leave = async (): Promise<void> => {
  forgetDrafts()
  await import('../desk/store.ts').then(({ wipe }) => wipe()).catch(() => undefined)
  window.location.assign(gatePaths.signIn)
}

/** Hand-outs that the server has not heard of yet are sent before anybody leaves. */
export const signOut = async (): Promise<void> => {
  const { unsentList } = await import('../desk/store.ts')
  const unsent = await unsentList()
  if (unsent !== null) return window.location.assign(`/desk/${unsent}?unsent`)
  await post('/auth/sign-out')
  await leave()
}
