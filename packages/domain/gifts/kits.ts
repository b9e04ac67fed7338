import { DomainError } from '../errors.ts'
import { sharesOf, type Taken, worthOf } from './lots.ts'

/** So many pieces of a kind go into one kit. */
export type Component = { giftKindId: string; quantity: number }

/** How many kits can be put together from what is there. */
export const kitsFrom = (components: readonly Component[], onHand: ReadonlyMap<string, number>): number =>
  components.length === 0 ? 0 : Math.min(...components.map(({ giftKindId, quantity }) => Math.floor((onHand.get(giftKindId) ?? 0) / quantity)))

/** Pieces of a fund on the books at a value, in whole đồng. */
export type Worth = { fundId: string; quantity: number; value: number }

const byFund = (taken: readonly Taken[]): { fundId: string; value: number }[] => {
  const groups = Map.groupBy(taken, ({ fundId }) => fundId)
  return [...groups].map(([fundId, of]) => ({ fundId, value: worthOf(of) })).filter(({ value }) => value > 0)
}

/**
 * What kits are on the books with: to the đồng what their components were, for each fund. A kit belongs to one fund, so that those of several
 * are shared out among the kits by value, one at least for each.
 * @throws DomainError KIT_FUNDS with { funds, kits } when there are fewer kits than funds
 */
export const kitWorth = (taken: readonly Taken[], kits: number): Worth[] => {
  const funds = byFund(taken)
  if (funds.length > kits) throw new DomainError('KIT_FUNDS', { funds: funds.length, kits })
  const total = BigInt(funds.reduce((sum, { value }) => sum + value, 0))
  const rest = kits - funds.length
  const shares = funds.map((fund) => {
    const product = BigInt(fund.value) * BigInt(rest)
    return { ...fund, quantity: 1 + Number(product / total), left: product % total }
  })
  let spare = kits - shares.reduce((sum, { quantity }) => sum + quantity, 0)
  const dearest = shares.toSorted((a, b) => (a.left < b.left ? 1 : a.left > b.left ? -1 : 0))
  for (const share of dearest) {
    if (spare-- > 0) share.quantity += 1
  }
  return shares.map(({ fundId, quantity, value }) => ({ fundId, quantity, value }))
}

/** What the components of kits that are taken apart are on the books with: to the đồng what the kits were, shared out by `weightsOf` their lot. */
export const partsWorth = (
  taken: readonly Taken[],
  components: readonly Component[],
  weightsOf: (lotId: string) => readonly number[],
): (Worth & { giftKindId: string })[] =>
  taken.flatMap(({ lotId, fundId, quantity, unitValue }) => {
    const shares = sharesOf(quantity * unitValue, weightsOf(lotId))
    return components.map((one, at) => ({ giftKindId: one.giftKindId, fundId, quantity: one.quantity * quantity, value: shares[at] ?? 0 }))
  })

export type KitObstacle = 'itself' | 'nested' | 'fixed'

/** Why components cannot be set: a kit is not made of kits, and what was put together stays what it was. */
export const kitObstacle = (facts: { itself: boolean; nested: boolean; onHand: number; assembled: number }): KitObstacle | null => {
  if (facts.itself) return 'itself'
  if (facts.nested) return 'nested'
  return facts.onHand > 0 || facts.assembled !== 0 ? 'fixed' : null
}
