import { DomainError } from '../errors.ts'

/** Gifts that a list still has to give, out of stock or bought for a fund; whole đồng. */
export type Demand = { giftKindId: string; fundId: string; waiting: number; unitValue: number }

/** `onHand` of the `wanted` gifts are there, `toBuy` cost `cost`, for which the fund has `held` free; `short` is what it lacks. */
export type Budget = { wanted: number; onHand: number; toBuy: number; cost: number; held: number; short: number }

type Amounts = ReadonlyMap<string, number>

/**
 * What a list needs beside what lists approved before it need already: those take stock and money first, in their order.
 * Goods may still be coming, so that too little stock is no refusal; too little stock and money together is.
 */
export const budgetOf = (demand: Demand, earlier: readonly Demand[], { stock, money }: { stock: Amounts; money: Amounts }): Budget => {
  const [goods, free] = [new Map(stock), new Map(money)]
  const take = ({ giftKindId, fundId, waiting, unitValue }: Demand) => {
    const there = goods.get(giftKindId) ?? 0
    const onHand = Math.min(there, waiting)
    const cost = (waiting - onHand) * unitValue
    goods.set(giftKindId, there - onHand)
    const held = free.get(fundId) ?? 0
    free.set(fundId, held - cost)
    return { onHand, cost, held }
  }
  for (const one of earlier) take(one)
  const { onHand, cost, held } = take(demand)
  const usable = Math.max(0, held)
  return { wanted: demand.waiting, onHand, toBuy: demand.waiting - onHand, cost, held: usable, short: Math.max(0, cost - usable) }
}

/** @throws DomainError BUDGET_SHORT with the budget and { fundName } */
export const requireBudget = (budget: Budget, fundName: string): void => {
  if (budget.short > 0) throw new DomainError('BUDGET_SHORT', { ...budget, fundName })
}
