import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '../dates.ts'
import type { Cell } from './cell.ts'
import { dayBy, dayCellOf, dayOrderOf } from './day.ts'

const slashed = (day: IsoDate) => day.split('-').reverse().join('/')
const american = (day: IsoDate) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
const swapped = (day: IsoDate): IsoDate => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`

const ways: Readonly<Record<string, (day: IsoDate) => string>> = {
  'dd/mm/yyyy': slashed,
  'dd-mm-yyyy': (day) => day.split('-').reverse().join('-'),
  'dd.mm.yyyy': (day) => day.split('-').reverse().join('.'),
  'd/m/yyyy': (day) => slashed(day).replace(/(^|\/)0/g, '$1'),
  'dd/mm/yy': (day) => slashed(day).replace('/20', '/'),
  ddmmyyyy: (day) => day.split('-').reverse().join(''),
  'with a time behind': (day) => `${slashed(day)} 23:59:01`,
  'with a time in front': (day) => `07:05 ${slashed(day)}`,
  'yyyy-mm-dd': (day) => day,
  'in words': (day) => `${day.slice(8)} tháng ${Number(day.slice(5, 7))} năm ${day.slice(0, 4)}`,
  'with a word': (day) => `Ngày ${slashed(day)}`,
}

const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2001-01-01', days))
const frame = { from: null, to: null, today: '2099-01-01' }
const read = (cells: readonly Cell[], within: { from: IsoDate | null; to: IsoDate | null; today: IsoDate } = frame) => {
  const days = cells.map((cell) => dayCellOf(cell))
  const order = dayOrderOf(days, within)
  return days.map((one) => dayBy(one, order))
}

describe('a day', () => {
  test.each(Object.entries(ways))('comes back however it is written: %s', (_, write) => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(read([{ text: write(iso) }])).toEqual([iso])
      }),
    )
  })

  test('brings its time and what stands under it', () => {
    expect(dayCellOf({ text: '05/06/2021\n5091 - 12345' })).toMatchObject({ dayFirst: '2021-06-05', rest: '5091 - 12345', time: null })
    expect(dayCellOf({ text: '5/6/2021 2:03:04 CH' })).toMatchObject({ dayFirst: '2021-06-05', time: '14:03:04', rest: '' })
  })

  test.each(['', 'Tổng cộng', '31/02/2021', '1.234.567', '0011001234567', '13:45'])('%j is none', (text) => {
    expect(read([{ text }])).toEqual([null])
  })
})

/** Days that follow each other within a month, as a statement has them. */
const month = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 30 }), fc.boolean())
  .map(([number, list, down]) => {
    const ordered = list.toSorted((one, other) => (down ? other - one : one - other))
    return ordered.map((one) => `2021-${String(number).padStart(2, '0')}-${String(one).padStart(2, '0')}`)
  })
const periodOf = (days: readonly IsoDate[]) => {
  const start = (days[0] ?? '').slice(0, 8)
  return { from: `${start}01`, to: `${start}28`, today: '2022-06-01' }
}

describe('the days of a statement', () => {
  test('are those of its period, whoever wrote or misread them', () => {
    const writes: ((iso: IsoDate) => Cell)[] = [
      (iso) => ({ text: slashed(iso) }),
      (iso) => ({ text: american(iso) }),
      (iso) => ({ text: '', day: iso }),
      (iso) => (Number(iso.slice(8)) > 12 ? { text: slashed(iso) } : { text: '', day: swapped(iso) }),
    ]
    fc.assert(
      fc.property(month, fc.constantFrom(...writes), (days, write) => {
        expect(read(days.map(write), periodOf(days))).toEqual(days)
      }),
    )
  })

  test('that nothing decides are dd/mm', () => {
    expect(read([{ text: '05/06/2021' }, { text: '06/06/2021' }])).toEqual(['2021-06-05', '2021-06-06'])
    expect(read([{ text: '', day: '2021-05-06' }])).toEqual(['2021-05-06'])
  })

  test('half of which Excel misread are told by that alone', () => {
    const cells: Cell[] = [{ text: '', day: '2021-05-06' }, { text: '18/06/2021' }]
    expect(read(cells)).toEqual(['2021-06-05', '2021-06-18'])
  })
})
