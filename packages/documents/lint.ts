import { annexFindings } from './lint/annexes.ts'
import type { Finding } from './lint/finding.ts'
import { footFindings } from './lint/foot.ts'
import { headFindings } from './lint/head.ts'
import { tableFindings } from './lint/tables.ts'
import { textFindings } from './lint/text.ts'
import type { OfficialDocument } from './model.ts'

export type { Finding, FindingCode, Severity } from './lint/finding.ts'

/** What a reader who knows Nghị định 30/2020/NĐ-CP would correct before the signature, from head to foot. A blank number is none: the records desk gives it. */
export const lint = (document: OfficialDocument): Finding[] => [
  ...headFindings(document),
  ...textFindings(document),
  ...annexFindings(document),
  ...tableFindings(document),
  ...footFindings(document),
]
