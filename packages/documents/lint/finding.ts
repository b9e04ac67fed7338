import type { FindingCode, Severity } from '@chung-tay/domain/documents/findings'

export type { FindingCode, Severity } from '@chung-tay/domain/documents/findings'

/** `where` is a path into the document: `subject`, `body/3`, `annexes/0/blocks/1`, `signature/name`. `text` is what was found there. */
export type Finding = { code: FindingCode; severity: Severity; where: string; text?: string }

export const error = (code: FindingCode, where: string, text?: string): Finding => ({ code, severity: 'error', where, ...(text && { text }) })
export const warning = (code: FindingCode, where: string, text?: string): Finding => ({ code, severity: 'warning', where, ...(text && { text }) })

/** The finding where the condition holds, none otherwise. */
export const when = (condition: boolean, found: Finding): Finding[] => (condition ? [found] : [])
