import { DomainError } from '../errors.ts'
import { type Component, kitsFrom } from './kits.ts'

/** Gifts that a list still has to give, out of stock or bought for a fund; whole đồng. */
export type Demand = { giftKindId: string; fundId: string; waiting: number; unitValue: number }

/**
 * `onHand` of the `wanted` gifts are there, `assembled` more can be put together from components, `toBuy` cost `cost`, for which the fund has
 * `held` free; `short` is what it lacks.
 */
export type Budget = { wanted: number; onHand: number; assembled: number; toBuy: number; cost: number; held: number; short: number }

type Amounts = ReadonlyMap<string, number>
/** What each kit is made of. */
type Kits = ReadonlyMap<string, readonly Component[]>

/**
 * What a list needs beside what lists approved before it need already: those take stock and money first, in their order.
 * Goods may still be coming, so that too little stock is no refusal; too little stock and money together is.
 */
export const budgetOf = (
  demand: Demand,
  earlier: readonly Demand[],
  { stock, money, kits = new Map() }: { stock: Amounts; money: Amounts; kits?: Kits },
): Budget => {
  const [goods, free] = [new Map(stock), new Map(money)]
  const take = ({ giftKindId, fundId, waiting, unitValue }: Demand) => {
    const there = goods.get(giftKindId) ?? 0
    const onHand = Math.min(there, waiting)
    const parts = kits.get(giftKindId) ?? []
    const assembled = Math.min(kitsFrom(parts, goods), waiting - onHand)
    const toBuy = waiting - onHand - assembled
    const cost = toBuy * unitValue
    goods.set(giftKindId, there - onHand)
    for (const part of parts) goods.set(part.giftKindId, (goods.get(part.giftKindId) ?? 0) - assembled * part.quantity)
    const held = free.get(fundId) ?? 0
    free.set(fundId, held - cost)
    return { onHand, assembled, toBuy, cost, held }
  }
  for (const one of earlier) take(one)
  const { onHand, assembled, toBuy, cost, held } = take(demand)
  const usable = Math.max(0, held)
  return { wanted: demand.waiting, onHand, assembled, toBuy, cost, held: usable, short: Math.max(0, cost - usable) }
}

/** @throws DomainError BUDGET_SHORT with the budget and { fundName } */
export const requireBudget = (budget: Budget, fundName: string): void => {
  if (budget.short > 0) throw new DomainError('BUDGET_SHORT', { ...budget, fundName })
}
