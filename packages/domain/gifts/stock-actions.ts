/** What people enter on the stock card by hand; hand-outs and donations move stock by themselves. */
export const stockActions = ['purchase', 'returned', 'increase', 'loss', 'decrease'] as const
export type StockAction = (typeof stockActions)[number]

export const stockEffects = {
  purchase: { kind: 'purchase', sign: 1 },
  returned: { kind: 'returned', sign: 1 },
  increase: { kind: 'adjustment', sign: 1 },
  loss: { kind: 'loss', sign: -1 },
  decrease: { kind: 'adjustment', sign: -1 },
} as const satisfies Record<StockAction, { kind: string; sign: 1 | -1 }>
