import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awardDecision } from './award-decision.ts'
import { type FindingCode, lint } from './lint.ts'
import { bold, dashes, heading, numbers, type OfficialDocument, paragraph, type Table } from './model.ts'
import { resultReport } from './result-report.ts'
import { sampleDecision, sampleReport } from './sample-inputs.ts'
import { sampleDocuments } from './samples.ts'

const report = resultReport(sampleReport)
const plain: OfficialDocument = { ...report, body: [paragraph('Hết.')], annexes: [] }
const decision = awardDecision(sampleDecision)
const minutes = sampleDocuments.minutes
if (minutes === undefined) throw new Error('there is a sample of minutes')
const { secretary: _, ...unsigned } = minutes

const annex = (numeral: string | null, blocks: OfficialDocument['body'] = []) => ({ numeral, title: 'Danh sách', landscape: false, blocks })
const table = (title: string, cells: string[] = ['1', '2']): Table => ({
  type: 'table',
  columns: [
    { title, share: 1, align: 'left' },
    { title: 'Số', share: 9, align: 'left' },
  ],
  rows: [{ cells }],
})
const found = (document: OfficialDocument) => lint(document).map(({ code, where }) => `${code} ${where}`)
const body = (...blocks: OfficialDocument['body']): OfficialDocument => ({ ...plain, body: blocks })

test.each(Object.entries(sampleDocuments))('finds nothing in the %s that is built here', (_name, document) => expect(lint(document)).toEqual([]))

const cases: [FindingCode, string, OfficialDocument][] = [
  ['agency-missing', 'agency/name', { ...plain, agency: { parentName: null, name: ' ' } }],
  ['symbol-missing', 'symbol', { ...plain, symbol: 'BC-' }],
  ['symbol-missing', 'symbol', { ...plain, symbol: '' }],
  ['symbol-other-kind', 'symbol', { ...plain, symbol: 'KH-KHCN' }],
  ['subject-missing', 'subject', { ...plain, subject: '' }],
  ['place-missing', 'place', { ...plain, place: '' }],
  ['date-missing', 'issuedOn', { ...plain, issuedOn: '' }],
  ['date-missing', 'issuedOn', { ...plain, issuedOn: '2021-13' }],
  ['addressee-missing', 'addressees', { ...plain, addressees: [] }],
  ['addressee-missing', 'addressees', { ...plain, kind: 'submission', symbol: 'TTr-KHCN', addressees: [''] }],
  ['issuer-missing', 'issuer', { ...decision, issuer: '' }],
  ['legal-basis-missing', 'legalBases', { ...decision, legalBases: [] }],
  ['text-missing', 'body', body()],
  ['closing-missing', 'body/1', body(paragraph('Gồm:'), table('A'))],
  ['closing-misplaced', 'body/0', body(paragraph('Một./.'), paragraph('Hai.'))],
  ['closing-misplaced', 'body/0', body(paragraph('Hết./../.'))],
  ['section-empty', 'body/0', body(heading(1, 'Một'), heading(1, 'Hai'), paragraph('Hết.'))],
  ['section-empty', 'body/1', body(heading(1, 'Một'), heading(2, 'Hai'), heading(1, 'Ba'), paragraph('Hết.'))],
  ['heading-skips-level', 'body/1', body(heading(1, 'Một'), heading(3, 'Hai'), paragraph('Hết.'))],
  ['heading-skips-level', 'body/0', body(heading(2, 'Một'), paragraph('Hết.'))],
  ['day-unpadded', 'body/0', body(paragraph('Từ ngày 1/6/2021.'))],
  ['day-unpadded', 'body/0', body(dashes(['Ngày 5 tháng 7 năm 2021.']))],
  ['day-unpadded', 'body/0', body(numbers([[{ text: 'ngày 05 ' }, bold('tháng 2 năm 2021.')]]))],
  ['day-unpadded', 'legalBases/0', { ...decision, legalBases: ['Căn cứ Luật Trẻ em ngày 5 tháng 4 năm 2016'] }],
  ['annex-unreferenced', 'annexes/0', { ...plain, annexes: [annex(null)] }],
  ['annex-unreferenced', 'annexes/1', { ...body(paragraph('Xem Phụ lục I.')), annexes: [annex('I'), annex('II')] }],
  ['annex-absent', 'body/0', body(paragraph('Chi tiết tại Phụ lục kèm theo.'))],
  ['annex-absent', 'body/0', { ...body(paragraph('Xem Phụ lục I, II và III.')), annexes: [annex('I'), annex('II')] }],
  ['table-uneven', 'body/0', body(table('A', ['1']), paragraph('Hết.'))],
  ['table-too-wide', 'body/0', body(table('Nghiêngngảchungtay'), paragraph('Hết.'))],
  [
    'table-too-wide',
    'annexes/0/blocks/0',
    { ...body(paragraph('Có danh sách kèm theo.')), annexes: [annex(null, [table('A', ['Nghiêngngảchungtay', ''])])] },
  ],
  ['recipients-missing', 'recipients', { ...decision, recipients: [] }],
  ['filing-missing', 'filing', { ...plain, filing: ' ' }],
  ['filing-without-records-desk', 'filing', { ...plain, filing: 'VP' }],
  ['signer-title-missing', 'signature/title', { ...plain, signature: { title: '', name: 'Lê An' } }],
  ['signer-name-missing', 'signature/name', { ...plain, signature: { title: 'Giám đốc', name: '' } }],
  ['signer-academic-title', 'signature/name', { ...plain, signature: { title: 'Giám đốc', name: 'PGS.TS Lê An' } }],
  ['signed-for-nobody', 'signature/onBehalfOf', { ...plain, signature: { authority: 'KT.', title: 'Phó Giám đốc', name: 'Lê An' } }],
  ['signed-for-without-authority', 'signature/authority', { ...plain, signature: { onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê An' } }],
  ['secretary-missing', 'secretary', unsigned],
]

test.each(cases)('%s at %s', (code, where, document) => expect(found(document)).toContain(`${code} ${where}`))

test.each<[string, OfficialDocument]>([
  ['the mark typed where it belongs', body(paragraph('Hết./.'))],
  ['a number that the records desk has yet to give', { ...plain, number: null }],
  ['an acting head', { ...plain, signature: { authority: 'Q.', title: 'Giám đốc', name: 'Lê An' } }],
  ['a deputy', { ...plain, signature: { authority: 'KT.', onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê An' } }],
  ['fractions and numbers of papers', body(paragraph('Tỷ lệ 1/2; Công văn số 1/6/2021-A; 12/5/2021; 01/6/2021; tháng 3 năm 2021.'))],
  ['an annex of another paper', body(paragraph('Theo Phụ lục II kèm theo Công văn số 759/LĐTB&XH.'))],
  ['annexes named in one breath', { ...body(paragraph('Xem Phụ lục\u00a0I và Phụ lục\u00a0II.')), annexes: [annex('I'), annex('II')] }],
  ['a section that holds a list, and one that holds sections', body(heading(1, 'Một'), heading(2, 'Hai'), dashes(['một.']))],
])('lets %s be', (_name, document) => expect(lint(document)).toEqual([]))

describe('the builders', () => {
  const words = fc.constantFrom('Tặng quà cho trẻ em.', 'Đăng 12 tin, bài.', 'Gồm:\n- một;\n- hai.', '1. Một;\n2. Hai.')
  const section = fc.record({ level: fc.constant(1 as const), heading: fc.constantFrom('I. Kết quả', 'Khó khăn'), text: words })

  test('give reports without a finding, whatever sections, figures and tasks they have', () => {
    const input = fc.record({
      sections: fc.array(section, { maxLength: 4 }),
      figures: fc.subarray([...sampleReport.figures]),
      tasks: fc.subarray([...sampleReport.tasks]),
      number: fc.constantFrom(null, '5', '112'),
      issuedOn: fc.constantFrom(null, '2021-07-02'),
    })
    fc.assert(
      fc.property(input, (change) => {
        expect(lint(resultReport({ ...sampleReport, ...change }))).toEqual([])
      }),
    )
  })

  test('give decisions without a finding, whoever is commended', () => {
    fc.assert(
      fc.property(fc.subarray([...sampleDecision.awards], { minLength: 1 }), (awards) => {
        expect(lint(awardDecision({ ...sampleDecision, awards }))).toEqual([])
      }),
    )
  })
})
