import { sectionOf } from './headings.ts'
import { flat, isCapital, keyOf, type PlanProposal } from './paper.ts'
import { isRule, type Reading } from './reading.ts'

type Ending = Pick<PlanProposal, 'recipients' | 'signer'>

const office = /\b(giam doc|chu tich|truong|chanh|kt|tm|tuq|pho|vien truong|bo truong)\b/
const personName = /^(?:(?:ThS|TS|PGS|GS)\.?\s+)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u
const closing = /^tren day la|^noi nhan/

const isOffice = (text: string): boolean => isCapital(text) && office.test(keyOf(text)) && sectionOf(text) === null

/** Where the parts end: the closing sentence, the recipients, or who signs. */
export const endingFrom = ({ pieces }: Reading, from: number): number => {
  const at = pieces.findIndex(({ text, marker }, index) => index >= from && (closing.test(flat(text)) || (marker === null && isOffice(text))))
  return at < 0 ? pieces.length : at
}

const recipient = (text: string): string => text.replace(/[\s;.,]+$/u, '')

export const readEnding = ({ pieces, took }: Reading, from: number): Ending => {
  const ending: Ending = { recipients: [], signer: { title: '', name: '' } }
  let listing = false
  for (let at = from; at < pieces.length; at += 1) {
    const { text = '', marker = null } = pieces[at] ?? {}
    if (text === '' && marker === null) continue
    if (isRule(text) || /^\(?da ky\)?$/.test(flat(text))) took(at, 'rule')
    else if (/^tren day la/.test(flat(text))) took(at, 'closing')
    else if (keyOf(text) === 'noi nhan') {
      took(at, 'heading')
      listing = true
    } else if (isOffice(text)) {
      took(at, 'signerTitle')
      ending.signer.title = `${ending.signer.title} ${text}`.trim()
      listing = false
    } else if (ending.signer.title !== '' && ending.signer.name === '' && marker === null && personName.test(text)) {
      took(at, 'signer')
      ending.signer.name = text
    } else if (listing && /^luu\b/.test(flat(text))) took(at, 'archive')
    else if (listing) {
      took(at, 'recipients')
      ending.recipients.push(recipient(text))
    }
  }
  return ending
}
