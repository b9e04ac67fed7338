import { documentKinds, type OfficialDocument } from '../model.ts'
import { error, type Finding, warning, when } from './finding.ts'

export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

const dated = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

const symbolFindings = ({ kind, symbol }: OfficialDocument): Finding[] => {
  const start = `${documentKinds[kind].abbreviation}-`
  if (blank(symbol.replace(start, ''))) return [error('symbol-missing', 'symbol')]
  return when(!symbol.startsWith(start), error('symbol-other-kind', 'symbol', symbol))
}

/** A submission goes to somebody, a decision rests on something and says who decides. */
const kindFindings = ({ kind, addressees, issuer, legalBases }: OfficialDocument): Finding[] => [
  ...when(kind === 'submission' && addressees.every(blank), error('addressee-missing', 'addressees')),
  ...when(kind === 'report' && addressees.every(blank), warning('addressee-missing', 'addressees')),
  ...when(kind === 'decision' && blank(issuer), error('issuer-missing', 'issuer')),
  ...when(kind === 'decision' && legalBases.every(blank), error('legal-basis-missing', 'legalBases')),
]

/** Agency, symbol, place, date, subject, addressee and bases. */
export const headFindings = (document: OfficialDocument): Finding[] => [
  ...when(blank(document.agency.name), error('agency-missing', 'agency/name')),
  ...symbolFindings(document),
  // The head of minutes has no place.
  ...when(document.kind !== 'minutes' && blank(document.place), error('place-missing', 'place')),
  ...when(!dated.test(document.issuedOn), error('date-missing', 'issuedOn', document.issuedOn)),
  ...when(blank(document.subject), error('subject-missing', 'subject')),
  ...kindFindings(document),
]
