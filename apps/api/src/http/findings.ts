import type { FindingRecord } from '@chung-tay/contracts/plan-versions'
import { lint } from '@chung-tay/documents/lint'
import type { Written } from './document.ts'

/** What a reader who knows the decree would correct in a paper; a receipt or a list to sign is no official document. */
export const findingsOf = ({ source }: Written): { items: FindingRecord[] } => {
  if (!('legalBases' in source)) return { items: [] }
  return { items: lint(source).map(({ code, severity, where, text = null }) => ({ code, severity, where, text })) }
}
