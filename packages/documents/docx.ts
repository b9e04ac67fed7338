import type { Paragraph, Table } from 'docx'
import { blockLines, bodyLine } from './layout/blocks.ts'
import { boldWidth } from './layout/bold-width.ts'
import { closeText } from './layout/closing.ts'
import { foot } from './layout/foot.ts'
import { head, numberText } from './layout/head.ts'
import { millimetres, type Orientation, pack, section, textWidth } from './layout/page.ts'
import { capitals, centered, evenTitle, line, ruleUnder } from './layout/text.ts'
import { longDate } from './long-date.ts'
import { type Annex, documentKinds, type OfficialDocument } from './model.ts'

const titleLines = ({ kind, subject }: OfficialDocument): Paragraph[] => [
  centered(capitals(documentKinds[kind].name), { bold: true, before: 18 }, { keepNext: true }),
  evenTitle(subject, { size: 14, bold: true }, textWidth.portrait, { keepNext: true }),
  ruleUnder(subject, 14, 0.4, textWidth.portrait),
  centered('', { size: 6 }),
]

/** One addressee stands beside the words, several beneath the colon with dashes. */
const addresseeLines = (addressees: readonly string[]): Paragraph[] => {
  const names = addressees.map((name) => name.replace(/^-\s*|[;.\s]+$/g, ''))
  if (names.length === 1) return [centered(`Kính gửi: ${names[0]}`, { before: 6, after: 12 })]
  const left = millimetres(30)
  const colon = left + boldWidth('Kính gửi', 14)
  return [
    line('Kính gửi:', { before: 6 }, { indent: { left }, keepNext: true }),
    ...names.map((name, index) => {
      const last = index === names.length - 1
      return line(`- ${name}${last ? '.' : ';'}`, { after: last ? 12 : 0 }, { indent: { left: colon } })
    }),
  ]
}

const basisLines = (legalBases: readonly string[]): Paragraph[] =>
  legalBases.map((basis, index) => bodyLine([{ text: basis.replace(/[;.\s]+$/u, '') + (index === legalBases.length - 1 ? '.' : ';'), italic: true }]))

const decisionLines = (document: OfficialDocument): Paragraph[] => [
  ...(document.issuer ? [centered(capitals(document.issuer), { bold: true, before: 6, after: 6 })] : []),
  ...basisLines(document.legalBases),
  centered('QUYẾT ĐỊNH:', { bold: true, before: 6, after: 6 }, { keepNext: true }),
]

const openingLines = (document: OfficialDocument): Paragraph[] => {
  if (document.kind === 'decision') return decisionLines(document)
  return [...(document.addressees.length > 0 ? addresseeLines(document.addressees) : []), ...basisLines(document.legalBases)]
}

const mainPages = (document: OfficialDocument): (Paragraph | Table)[] => [
  head(document.agency, `Số: ${numberText(document.number, document.symbol)}`, { name: document.place, on: document.issuedOn }, textWidth.portrait),
  ...titleLines(document),
  ...openingLines(document),
  ...blockLines(closeText(document.body), textWidth.portrait, true),
  line('', { size: 6 }, { keepNext: true }),
  foot(document, textWidth.portrait),
]

const annexReference = ({ kind, number, symbol, issuedOn, agency }: OfficialDocument): string =>
  `(Kèm theo ${documentKinds[kind].name} số ${numberText(number, symbol)} ${longDate(issuedOn)} của ${agency.name})`

const annexPages = (document: OfficialDocument, annex: Annex, orientation: Orientation): (Paragraph | Table)[] => [
  centered(annex.numeral === null ? 'Phụ lục' : `Phụ lục ${annex.numeral}`, { bold: true }, { keepNext: true, outlineLevel: 0 }),
  centered(capitals(annex.title), { bold: true }, { keepNext: true }),
  centered(annexReference(document), { size: 13, italic: true, after: 12 }, { keepNext: true }),
  ...blockLines(annex.blocks, textWidth[orientation]),
]

/** A Word file in the layout of Nghị định 30/2020/NĐ-CP: A4, margins 20/20/30/15 mm, Times New Roman 14, annexes on pages of their own. */
export const toDocx = (document: OfficialDocument): Promise<Uint8Array> => {
  const annexes = document.annexes.map((annex) => {
    const orientation = annex.landscape ? 'landscape' : 'portrait'
    return section(orientation, annexPages(document, annex, orientation))
  })
  return pack([section('portrait', mainPages(document)), ...annexes], {
    title: `${documentKinds[document.kind].name} ${document.subject}`,
    creator: document.agency.name,
    issuedOn: document.issuedOn,
  })
}
