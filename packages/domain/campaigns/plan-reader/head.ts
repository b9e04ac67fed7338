import { basesIn, themeIn } from './bases.ts'
import { dayIn } from './days.ts'
import { sectionOf } from './headings.ts'
import { flat, isCapital, keyOf, type PlanProposal } from './paper.ts'
import type { Piece } from './pieces.ts'
import { isRule, type Reading } from './reading.ts'

type Head = Pick<PlanProposal, 'letterhead' | 'title' | 'theme' | 'preface' | 'legalBases'>

const motto = new Set(['cong hoa xa hoi chu nghia viet nam', 'doc lap tu do hanh phuc'])
const placed = /^(.{2,60}?),\s*ngay\b.*\bthang\b/
const isBasis = (piece: Piece): boolean => /^(can cu|thuc hien (luat|nghi|quyet|ke hoach|cong van|chi thi)[^.]*;$)/.test(flat(piece.text))

/** The issuer's lines: first who stands above, then the department, whose name may take two lines. */
const issuers = ({ took }: Reading, lines: readonly { at: number; text: string }[]): { parent: string; agency: string } => {
  const [first, ...more] = lines
  const own = more.length === 0 ? lines : more
  if (first && more.length > 0) took(first.at, 'parent')
  for (const { at } of own) took(at, 'agency')
  return { parent: more.length > 0 ? (first?.text ?? '') : '', agency: own.map(({ text }) => text).join(' ') }
}

const readLetterhead = (reading: Reading, end: number): Head['letterhead'] => {
  const found = { number: '', place: '', issuedOn: null as string | null }
  const names: { at: number; text: string }[] = []
  for (const [at, { text, marker }] of reading.pieces.slice(0, end).entries()) {
    if (motto.has(keyOf(text))) reading.took(at, 'motto')
    else if (isRule(text)) reading.took(at, 'rule')
    else if (/^so\s*:?\s*[\d\s.…]*\//.test(flat(text)) && found.number === '') {
      reading.took(at, 'number')
      found.number = text.replace(/^\S+?\s*:\s*|^\S+\s+/u, '').trim()
    } else if (placed.test(flat(text)) && found.place === '') {
      reading.took(at, 'place')
      found.place = text.slice(0, text.indexOf(','))
      found.issuedOn = dayIn(text)
    } else if (marker === null && isCapital(text) && !/^du thao|^hoa toc/.test(flat(text)) && names.length < 4) names.push({ at, text })
  }
  return { ...issuers(reading, names), ...found }
}

/** "KẾ HOẠCH" and the lines below it that say of what. Answers where the text begins. */
const readTitle = ({ pieces, took }: Reading, kindAt: number, end: number): { title: string; from: number } => {
  took(kindAt, 'kind')
  const lines: string[] = []
  let at = kindAt + 1
  for (; at < end; at += 1) {
    const piece = pieces[at]
    if (!piece || isBasis(piece) || piece.marker || piece.text.endsWith(':') || piece.text.length > 300) break
    if (isRule(piece.text)) break
    if (lines.length > 0 && !piece.bold && !isCapital(piece.text)) break
    took(at, 'title')
    lines.push(piece.text)
  }
  return { title: lines.join(' '), from: at }
}

const readIntroduction = ({ pieces, took }: Reading, from: number, end: number): Pick<Head, 'theme' | 'preface' | 'legalBases'> => {
  const preface: string[] = []
  const legalBases: Head['legalBases'] = []
  for (let at = from; at < end; at += 1) {
    const piece = pieces[at]
    if (!piece) continue
    const bases = basesIn(piece.text)
    if (isRule(piece.text)) took(at, 'rule')
    else if (isBasis(piece)) {
      if (bases.length > 0) took(at, 'basis')
    } else if (piece.marker === null) {
      took(at, 'preface')
      preface.push(piece.text)
    } else continue
    legalBases.push(...bases)
  }
  const text = preface.join('\n')
  return {
    theme: themeIn(text),
    preface: text,
    legalBases: legalBases.filter(({ number }, at) => legalBases.findIndex((one) => one.number === number) === at),
  }
}

/** Everything above the first part. Answers where the parts begin. */
export const readHead = (reading: Reading): { head: Head; from: number } => {
  const { pieces } = reading
  const kindAt = pieces.findIndex(({ text }) => keyOf(text) === 'ke hoach')
  const first = pieces.findIndex(
    ({ text, marker }, at) => at > kindAt && (sectionOf(text) !== null || marker?.kind === 'roman' || marker?.kind === 'part'),
  )
  const from = first < 0 ? pieces.length : first
  const letterhead = readLetterhead(reading, kindAt < 0 ? from : kindAt)
  if (kindAt < 0) return { head: { letterhead, title: '', theme: '', preface: '', legalBases: [] }, from }
  const { title, from: text } = readTitle(reading, kindAt, from)
  return { head: { letterhead, title, ...readIntroduction(reading, text, from) }, from }
}
