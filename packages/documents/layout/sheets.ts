import { longDate } from '../long-date.ts'
import { type Annex, documentKinds, type OfficialDocument } from '../model.ts'
import { blockLines, bodyLine } from './blocks.ts'
import { boldWidth } from './bold-width.ts'
import { closeText } from './closing.ts'
import { foot } from './foot.ts'
import { head, numberText } from './head.ts'
import { millimetres, textWidth } from './page.ts'
import type { Drawn, Line, Orientation, Paper, Sheet } from './paper.ts'
import { capitals, centered, evenTitle, line, ruleUnder } from './text.ts'

const titleLines = ({ kind, subject }: OfficialDocument): Drawn[] => [
  centered(capitals(documentKinds[kind].name), { bold: true, before: 18, keepNext: true }),
  evenTitle(subject, { size: 14, bold: true, keepNext: true }, textWidth.portrait),
  ruleUnder(subject, 14, 0.4, textWidth.portrait),
  centered('', { size: 6 }),
]

/** One addressee stands beside the words, several beneath the colon with dashes. */
const addresseeLines = (addressees: readonly string[]): Line[] => {
  const names = addressees.map((name) => name.replace(/^-\s*|[;.\s]+$/g, ''))
  if (names.length === 1) return [centered(`Kính gửi: ${names[0]}`, { before: 6, after: 12 })]
  const left = millimetres(30)
  const colon = left + boldWidth('Kính gửi', 14)
  return [
    line('Kính gửi:', { before: 6, left, keepNext: true }),
    ...names.map((name, index) => {
      const last = index === names.length - 1
      return line(`- ${name}${last ? '.' : ';'}`, { after: last ? 12 : 0, left: colon })
    }),
  ]
}

const basisLines = (legalBases: readonly string[]): Line[] =>
  legalBases.map((basis, index) => bodyLine([{ text: basis.replace(/[;.\s]+$/u, '') + (index === legalBases.length - 1 ? '.' : ';'), italic: true }]))

const decisionLines = (document: OfficialDocument): Line[] => [
  ...(document.issuer ? [centered(capitals(document.issuer), { bold: true, before: 6, after: 6 })] : []),
  ...basisLines(document.legalBases),
  centered('QUYẾT ĐỊNH:', { bold: true, before: 6, after: 6, keepNext: true }),
]

const openingLines = (document: OfficialDocument): Line[] => {
  if (document.kind === 'decision') return decisionLines(document)
  return [...(document.addressees.length > 0 ? addresseeLines(document.addressees) : []), ...basisLines(document.legalBases)]
}

// The decree's form of minutes has no place and date in its head: when and where stands in the text.
const placeOf = ({ kind, place, issuedOn }: OfficialDocument) => (kind === 'minutes' ? null : { name: place, on: issuedOn })

const mainPages = (document: OfficialDocument): Drawn[] => [
  head(document.agency, `Số: ${numberText(document.number, document.symbol)}`, placeOf(document), textWidth.portrait),
  ...titleLines(document),
  ...openingLines(document),
  ...blockLines(closeText(document.body), textWidth.portrait, true),
  line('', { size: 6, keepNext: true }),
  foot(document, textWidth.portrait),
]

const annexReference = ({ kind, number, symbol, issuedOn, agency }: OfficialDocument): string =>
  `(Kèm theo ${documentKinds[kind].name} số ${numberText(number, symbol)} ${longDate(issuedOn)} của ${agency.name})`

const annexSheet = (document: OfficialDocument, annex: Annex): Sheet => {
  const orientation: Orientation = annex.landscape ? 'landscape' : 'portrait'
  return {
    orientation,
    drawn: [
      centered(annex.numeral === null ? 'Phụ lục' : `Phụ lục ${annex.numeral}`, { bold: true, keepNext: true, outline: 0 }),
      evenTitle(capitals(annex.title), { size: 14, bold: true, keepNext: true }, textWidth[orientation]),
      evenTitle(annexReference(document), { size: 13, italic: true, after: 12, keepNext: true }, textWidth[orientation]),
      ...blockLines(annex.blocks, textWidth[orientation]),
    ],
  }
}

/** Lays a document out by Nghị định 30/2020/NĐ-CP: A4, margins 20/20/30/15 mm, annexes on pages of their own. */
export const layOut = (document: OfficialDocument): Paper => ({
  properties: {
    title: `${documentKinds[document.kind].name} ${document.subject}`,
    creator: document.agency.name,
    issuedOn: document.issuedOn,
  },
  sheets: [{ orientation: 'portrait', drawn: mainPages(document) }, ...document.annexes.map((annex) => annexSheet(document, annex))],
})
