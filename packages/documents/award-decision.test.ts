import { expect, test } from 'vitest'
import { awardDecision } from './award-decision.ts'
import { sampleDecision } from './sample-inputs.ts'

const decision = awardDecision(sampleDecision)
const articles = decision.body.map((block) => (block.type === 'paragraph' ? block.runs.map((run) => run.text).join('') : ''))

test('is titled for the school year, with symbol and deciding post', () => {
  expect(decision.subject).toBe('Về việc khen thưởng con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập cao năm học 2020-2021')
  expect([decision.symbol, decision.issuer, decision.recipients[0]]).toEqual(['QĐ-KHCN', 'Giám đốc Sở Khoa học và Công nghệ', 'Như Điều 3'])
})

test('commends, pays and charges in three articles', () => {
  expect(articles[0]).toContain('Điều 1. Khen thưởng 02 cháu là con cán bộ')
  expect(articles[1]).toBe(
    'Điều 2. Tổng số tiền thưởng: 1.205.000 đồng (Bằng chữ: Một triệu hai trăm linh năm nghìn đồng), chi từ quỹ Công đoàn Sở năm 2021.',
  )
  expect(articles[2]).toContain(
    'Chánh Văn phòng Sở, Công đoàn Sở và cán bộ, công chức, viên chức, người lao động có con được khen thưởng chịu trách nhiệm',
  )
})

test('lists the children with their sum and without a birth date', () => {
  const table = decision.annexes[0]?.blocks[0]
  if (table?.type !== 'table') throw new Error('the annex begins with a table')
  expect(table.columns.map((column) => column.title)).toEqual([
    'TT',
    'Họ và tên',
    'Lớp',
    'Trường',
    'Con ông/bà',
    'Phòng, đơn vị',
    'Thành tích, mức thưởng',
    'Số tiền (đồng)',
  ])
  expect(table.rows.at(-1)?.cells.at(-1)).toBe('1.205.000')
})

test('an undated decision shows the month it is expected in', () => {
  expect(awardDecision({ ...sampleDecision, issuedOn: null }).issuedOn).toBe('2021-06')
})
