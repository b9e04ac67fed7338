import type { OfficialDocument, Signature } from '../model.ts'
import { plainName } from '../signature.ts'
import type { Columns, Line } from './paper.ts'
import { sideBySide } from './table.ts'
import { capitals, centered, line } from './text.ts'

const signedAs = ({ authority, onBehalfOf, title }: Signature): string[] => {
  if (!authority) return [title]
  return onBehalfOf ? [`${authority} ${onBehalfOf}`, title] : [`${authority} ${title}`]
}

/** Post, room for the signature and the seal, name. */
const signatureLines = (signature: Signature): Line[] => [
  ...signedAs(signature).map((text) => centered(capitals(text), { bold: true, keepNext: true })),
  centered(plainName(signature.name), { bold: true, before: 72 }),
]

const bare = (text: string): string => text.replace(/^-\s*|[;.,\s]+$/g, '')

/** `Như trên` where somebody is addressed, the others, and the file last. */
const recipientLines = ({ addressees, recipients, filing }: OfficialDocument, before = 0): Line[] => {
  const names = [...(addressees.length > 0 ? ['Như trên'] : []), ...recipients.map(bare), ...(bare(filing) === '' ? [] : [`Lưu: ${bare(filing)}`])]
  return [
    line('Nơi nhận:', { size: 12, bold: true, italic: true, before }),
    ...names.map((name, index) => line(`- ${name}${index === names.length - 1 ? '.' : ';'}`, { size: 11 })),
  ]
}

/** Recipients at the left edge, the signature beside them; never torn apart. Minutes are signed by their secretary too, on the left. */
export const foot = (document: OfficialDocument, width: number): Columns => {
  const left = Math.round(width / 2)
  const widths = [left, width - left]
  if (!document.secretary) return sideBySide(widths, [[recipientLines(document), signatureLines(document.signature)]])
  return sideBySide(widths, [
    [signatureLines(document.secretary), signatureLines(document.signature)],
    [recipientLines(document, 12), [line('')]],
  ])
}
