import type { IsoDate } from '@chung-tay/domain/dates'
import { shortDate } from './long-date.ts'

/** `kind` names the paper in running text: `Công văn`, `Kế hoạch`, `Luật Trẻ em`. What is unknown stays out of the sentence. */
export type LegalBasis = { kind: string; number: string | null; issuedOn: IsoDate | null; issuer: string | null; subject: string | null }

const about = (subject: string): string => {
  const bare = subject.trim().replace(/^(?:về việc|v\/v)\s+/iu, '')
  return /^về\s/iu.test(bare) ? `v${bare.slice(1)}` : `về việc ${bare}`
}

/** `Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021 của Sở … về việc …` */
export const cite = ({ kind, number, issuedOn, issuer, subject }: LegalBasis): string =>
  [kind, number && `số ${number}`, issuedOn && `ngày ${shortDate(issuedOn)}`, issuer && `của ${issuer}`, subject && about(subject)]
    .filter(Boolean)
    .join(' ')

/** `A`, `A và B`, `A, B và C` */
export const enumeration = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`
