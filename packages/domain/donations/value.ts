/** Whole đồng of one donation, at most: every sum of a campaign then stays a safe integer. */
export const largestDonation = 1_000_000_000_000

/** The value of goods in whole đồng. */
export const goodsValue = (items: readonly { quantity: number; unitValue: number }[]): number =>
  items.reduce((sum, { quantity, unitValue }) => sum + quantity * unitValue, 0)
