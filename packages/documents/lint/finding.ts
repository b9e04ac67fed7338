/** What an official document lacks, or has wrongly. The words for a reader are the client's. */
export type FindingCode =
  | 'agency-missing'
  | 'symbol-missing'
  | 'symbol-other-kind'
  | 'subject-missing'
  | 'place-missing'
  | 'date-missing'
  | 'addressee-missing'
  | 'issuer-missing'
  | 'legal-basis-missing'
  | 'text-missing'
  | 'closing-missing'
  | 'closing-misplaced'
  | 'section-empty'
  | 'heading-skips-level'
  | 'day-unpadded'
  | 'annex-unreferenced'
  | 'annex-absent'
  | 'table-uneven'
  | 'table-too-wide'
  | 'recipients-missing'
  | 'filing-missing'
  | 'filing-without-records-desk'
  | 'signer-title-missing'
  | 'signer-name-missing'
  | 'signer-academic-title'
  | 'signed-for-nobody'
  | 'signed-for-without-authority'
  | 'secretary-missing'

/** An error is against the decree and stops a signature; a warning is worth a look, or put right by the layout. */
export type Severity = 'error' | 'warning'

/** `where` is a path into the document: `subject`, `body/3`, `annexes/0/blocks/1`, `signature/name`. `text` is what was found there. */
export type Finding = { code: FindingCode; severity: Severity; where: string; text?: string }

export const error = (code: FindingCode, where: string, text?: string): Finding => ({ code, severity: 'error', where, ...(text && { text }) })
export const warning = (code: FindingCode, where: string, text?: string): Finding => ({ code, severity: 'warning', where, ...(text && { text }) })

/** The finding where the condition holds, none otherwise. */
export const when = (condition: boolean, found: Finding): Finding[] => (condition ? [found] : [])
