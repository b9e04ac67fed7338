import type { OfficialDocument } from '../model.ts'
import { error, type Finding, when } from './finding.ts'
import { textsOf } from './texts.ts'

const named = /phụ lục(?:\s+(?:số\s+)?((?:[IVXL]+)(?:(?:\s*,\s*|\s+và\s+)(?:phụ lục\s+)?[IVXL]+)*))?(?![\p{L}\d])/giu

type Mention = { numerals: string[]; where: string; text: string }

// `Phụ lục II kèm theo Công văn số 759` is none of ours.
const elsewhere = /^\s*(?:ban hành\s+)?(?:kèm theo|của)\s[^.;,]{0,40}\ssố\s/u

const mentionsIn = (text: string, where: string): Mention[] =>
  [...text.matchAll(named)]
    .filter(({ 0: found, index }) => !elsewhere.test(text.slice(index + found.length)))
    .map(([found, numerals = '']) => ({ numerals: numerals.match(/[IVXL]+/gu) ?? [], where, text: found }))

const mentions = ({ body }: OfficialDocument): Mention[] =>
  body.flatMap((block, index) => textsOf(block).flatMap((text) => mentionsIn(text, `body/${index}`)))

/** An annex is spoken of in the text, and what the text speaks of is there. An only annex may be called a list that comes along. */
export const annexFindings = (document: OfficialDocument): Finding[] => {
  const found = mentions(document)
  const numerals = document.annexes.flatMap(({ numeral }) => (numeral === null ? [] : [numeral]))
  const attached = document.body.some((block) => textsOf(block).some((text) => /kèm theo/iu.test(text)))
  const unspoken = document.annexes.flatMap(({ numeral, title }, index) => {
    const spoken = numeral === null ? found.length > 0 || attached : found.some((mention) => mention.numerals.includes(numeral))
    return when(!spoken, error('annex-unreferenced', `annexes/${index}`, title))
  })
  const absent = found.filter((mention) => document.annexes.length === 0 || mention.numerals.some((numeral) => !numerals.includes(numeral)))
  return [...unspoken, ...absent.map(({ where, text }) => error('annex-absent', where, text))]
}
