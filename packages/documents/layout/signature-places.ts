import type { Columns } from './paper.ts'
import { sideBySide } from './table.ts'
import { capitals, centered } from './text.ts'

/** A post and who holds it; a null name is written by hand. */
export type Signer = { title: string; name: string | null }

/** Places to sign on a voucher or list, side by side; names stand on one line whatever the titles take. */
export const signaturePlaces = (signers: readonly Signer[], width: number): Columns => {
  const place = Math.floor(width / Math.max(signers.length, 1))
  const titles = signers.map(({ title }) => [
    centered(capitals(title), { size: 12, bold: true, keepNext: true }),
    centered('(Ký, ghi rõ họ tên)', { size: 11, italic: true, keepNext: true }),
  ])
  const names = signers.map(({ name }) => [centered(name ?? '', { size: 12, bold: true, before: 60 })])
  return sideBySide(
    signers.map(() => place),
    [titles, names],
  )
}
