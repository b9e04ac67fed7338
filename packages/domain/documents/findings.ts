/** What an official document lacks, or has wrongly, after Nghị định 30/2020/NĐ-CP. The words for a reader are the client's. */
export const findingCodes = [
  'agency-missing',
  'symbol-missing',
  'symbol-other-kind',
  'subject-missing',
  'place-missing',
  'date-missing',
  'addressee-missing',
  'issuer-missing',
  'legal-basis-missing',
  'text-missing',
  'closing-missing',
  'closing-misplaced',
  'section-empty',
  'heading-skips-level',
  'day-unpadded',
  'annex-unreferenced',
  'annex-absent',
  'table-uneven',
  'table-too-wide',
  'recipients-missing',
  'filing-missing',
  'filing-without-records-desk',
  'signer-title-missing',
  'signer-name-missing',
  'signer-academic-title',
  'signed-for-nobody',
  'signed-for-without-authority',
  'secretary-missing',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** An error is against the decree and stops a signature; a warning is worth a look, or put right by the layout. */
export const severities = ['error', 'warning'] as const
export type Severity = (typeof severities)[number]
