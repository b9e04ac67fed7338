import { expect, test } from 'vitest'
import { cite } from './citation.ts'
import type { Block } from './model.ts'
import { resultReport } from './result-report.ts'
import { sampleReport } from './sample-inputs.ts'

const textOf = (block: Block | undefined): string => {
  if (block?.type === 'paragraph') return block.runs.map((run) => run.text).join('')
  if (block?.type === 'heading') return block.text
  return block?.type === 'dashes' ? block.items.join('|') : ''
}

test('opens with its legal basis and theme, and closes to the recipient', () => {
  const { body } = resultReport(sampleReport)
  expect(textOf(body[0])).toBe(
    'Thực hiện Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021 của Sở Lao động – Thương binh và Xã hội về việc hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021, Sở Khoa học và Công nghệ báo cáo kết quả triển khai Tháng hành động vì trẻ em năm 2021 với chủ đề “Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh” như sau:',
  )
  expect(textOf(body.at(-1))).toBe(
    'Trên đây là báo cáo kết quả triển khai Tháng hành động vì trẻ em năm 2021 của Sở Khoa học và Công nghệ, kính gửi Sở Lao động – Thương binh và Xã hội tỉnh Bắc Giang tổng hợp.',
  )
})

test('says less when guidance and theme are missing', () => {
  const { body } = resultReport({ ...sampleReport, campaign: { ...sampleReport.campaign, guidance: [], theme: null } })
  expect(textOf(body[0])).toBe('Sở Khoa học và Công nghệ báo cáo kết quả triển khai Tháng hành động vì trẻ em năm 2021 như sau:')
})

test.each([
  [{ kind: 'Luật Trẻ em', number: null, issuedOn: '2016-04-05', issuer: null, subject: null }, 'Luật Trẻ em ngày 05/4/2016'],
  [{ kind: 'Công văn', number: '1/A', issuedOn: null, issuer: 'Sở Y tế', subject: 'Về việc khám' }, 'Công văn số 1/A của Sở Y tế về việc khám'],
  [
    { kind: 'Nghị định', number: '30/2020/NĐ-CP', issuedOn: null, issuer: null, subject: 'Về công tác văn thư' },
    'Nghị định số 30/2020/NĐ-CP về công tác văn thư',
  ],
  [{ kind: 'Công văn', number: '2', issuedOn: null, issuer: null, subject: 'V/v báo cáo' }, 'Công văn số 2 về việc báo cáo'],
])('cites %o', (basis, sentence) => expect(cite(basis)).toBe(sentence))

test('takes numerals off headings and makes dashes of lines that begin with one', () => {
  const sections = [
    { level: 1 as const, heading: 'II. Kết quả', text: 'Gồm:\n\n- một;\r\n– hai.' },
    { level: 2 as const, heading: '1) Truyền thông', text: '' },
    { level: 1 as const, heading: 'Vì trẻ em', text: '' },
  ]
  const { body } = resultReport({ ...sampleReport, sections })
  expect(body.slice(1, 7).map(textOf)).toEqual(['Kết quả', 'Gồm:', 'một;', 'hai.', 'Truyền thông', 'Vì trẻ em'])
})

test('an undated report leaves the day of the month it is due blank', () => {
  expect(resultReport(sampleReport).issuedOn).toBe('2021-07')
  expect(resultReport({ ...sampleReport, issuedOn: '2021-07-02' }).issuedOn).toBe('2021-07-02')
})

test('groups figures, numbers annexes only when there are two, and marks late tasks', () => {
  const { annexes } = resultReport(sampleReport)
  const [figures, tasks] = annexes.map((annex) => annex.blocks[0])
  expect(annexes.map(({ numeral, landscape }) => [numeral, landscape])).toEqual([
    ['I', false],
    ['II', true],
  ])
  expect(figures?.type === 'table' && figures.rows.slice(0, 2).map((row) => row.cells)).toEqual([
    ['I', { text: 'Công tác tuyên truyền', span: 5 }],
    ['1', 'Tin, bài đã đăng', 'tin, bài', '12', '9', ''],
  ])
  expect(tasks?.type === 'table' && tasks.rows.map((row) => row.cells[4])).toEqual(['09/6/2021', '30/5/2021\n(quá hạn)', 'Chưa hoàn thành'])
  const single = resultReport({ ...sampleReport, tasks: [] })
  expect(single.annexes.map((annex) => annex.numeral)).toEqual([null])
  expect(single.body.map(textOf)).toContain('(Số liệu và kết quả thực hiện nhiệm vụ chi tiết tại Phụ lục kèm theo Báo cáo này).')
})
