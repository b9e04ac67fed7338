import { expect, test } from 'vitest'
import { pledgeStatus } from './pledge.ts'

test.each([
  ['nothing came', 500_000, 0, false, 'open'],
  ['a part came', 500_000, 499_999, false, 'partly'],
  ['all came', 500_000, 500_000, false, 'kept'],
  ['more came', 500_000, 900_000, false, 'kept'],
  ['withdrawn', 500_000, 0, true, 'withdrawn'],
  ['withdrawn after a part', 500_000, 100_000, true, 'withdrawn'],
  ['withdrawn, and it came after all', 500_000, 500_000, true, 'kept'],
  ['goods that have not come', null, 0, false, 'open'],
  ['goods that came', null, 1, false, 'kept'],
  ['goods that were withdrawn', null, 0, true, 'withdrawn'],
] as const)('%s', (_, amount, received, withdrawn, expected) => expect(pledgeStatus({ amount, received, withdrawn })).toBe(expected))
