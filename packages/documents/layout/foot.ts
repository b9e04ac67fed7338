import type { Paragraph, Table } from 'docx'
import type { OfficialDocument, Signature } from '../model.ts'
import { sideBySide } from './table.ts'
import { capitals, centered, line } from './text.ts'

const signedAs = ({ authority, onBehalfOf, title }: Signature): string[] => {
  if (!authority) return [title]
  return onBehalfOf ? [`${authority} ${onBehalfOf}`, title] : [`${authority} ${title}`]
}

// An administrative document names its signer without academic title.
const plainName = (name: string): string => name.replace(/^(?:(?:GS|PGS|TSKH|TS|ThS|BS|KS|CN)[.\s]+)+/u, '').trim()

/** Post, room for the signature and the seal, name. */
export const signatureLines = (signature: Signature): Paragraph[] => [
  ...signedAs(signature).map((text) => centered(capitals(text), { bold: true }, { keepNext: true })),
  centered(plainName(signature.name), { bold: true, before: 72 }),
]

const recipientLines = ({ addressees, recipients, filing }: OfficialDocument): string[] => [
  ...(addressees.length > 0 ? ['- Như trên;'] : []),
  ...recipients.map((recipient) => `- ${recipient.replace(/^-\s*|[;.,\s]+$/g, '')};`),
  `- Lưu: ${filing.replace(/[;.,\s]+$/g, '')}.`,
]

/** Recipients at the left edge, the signature beside them; never torn apart. */
export const foot = (document: OfficialDocument, width: number): Table => {
  const left = Math.round(width / 2)
  const recipients = recipientLines(document).map((text) => line(text, { size: 11 }))
  return sideBySide(
    [left, width - left],
    [[[line('Nơi nhận:', { size: 12, bold: true, italic: true }), ...recipients], signatureLines(document.signature)]],
  )
}
