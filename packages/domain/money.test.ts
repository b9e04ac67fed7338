import { expect, test } from 'vitest'
import { moneyInWords } from './money.ts'

// Every amount is read back by packages/documents/money.test.ts; these are the turns of the language.
test.each([
  [0, 'Không đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [34, 'Ba mươi tư đồng'],
  [105, 'Một trăm linh năm đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [2_000_005_000, 'Hai tỷ không trăm linh năm nghìn đồng'],
  [1_000_000_000_005, 'Một nghìn tỷ không trăm linh năm đồng'],
])('%i is read %s', (amount, text) => expect(moneyInWords(amount)).toBe(text))
