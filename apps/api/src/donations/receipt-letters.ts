import type { ReceiptLetter, receiptLetters } from '@chung-tay/contracts/receipt-letters'
import { formatDay } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { print } from '../http/document.ts'
import type { Letter } from '../notifications/mail.ts'
import { writeLetter } from '../notifications/outbox.ts'
import { receiptFacts, receiptOf } from './receipts.ts'

const prefixOf = (donationId: string) => `receipt:${donationId}:`

const mailsOf = ({ db }: Pick<Context, 'db'>, donationId: string) =>
  db.mail.findMany({ where: { key: { startsWith: prefixOf(donationId) } }, select: { key: true, sentAt: true, failedAt: true } })

type Kept = Awaited<ReturnType<typeof mailsOf>>[number] | undefined

/** A letter that was sent is deleted after a month: what is not there any more has been sent. */
const stateOf = (mail: Kept): ReceiptLetter['state'] => {
  if (!mail || mail.sentAt !== null) return 'sent'
  return mail.failedAt === null ? 'waiting' : 'failed'
}

type Noted = { to?: string; letter?: string }

/** Letters as the history tells of them. */
export const listReceiptLetters = async (
  context: Context,
  donationId: string,
  mailServer: boolean,
): Promise<z.output<typeof receiptLetters.list.response>> => {
  const { address } = await receiptFacts(context, donationId)
  const where = { subjectType: 'Donation', subjectId: donationId, action: 'mailReceipt' }
  const [entries, mails] = await Promise.all([
    context.db.auditEntry.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
    mailsOf(context, donationId),
  ])
  const items = entries.map(({ at, actorName, after }): ReceiptLetter => {
    const { to = '', letter } = after as Noted
    return { to, at, byName: actorName, state: stateOf(mails.find(({ key }) => key === letter)) }
  })
  return { mailServer, address, items }
}

type Facts = Awaited<ReturnType<typeof receiptFacts>>

/** A letter is a document of the office: its words are Vietnamese and stand here. */
const wordsOf = ({ number, issuedOn, voidedReason, giver, agency, fund }: Facts): Pick<Letter, 'subject' | 'text'> => ({
  subject: voidedReason === null ? `Biên nhận đóng góp số ${number}` : `Biên nhận số ${number} đã hủy`,
  text: [
    `Kính gửi ${giver.name},`,
    '',
    voidedReason === null
      ? `${agency.name} trân trọng cảm ơn sự ủng hộ dành cho “${fund}”. Biên nhận số ${number} ngày ${formatDay(issuedOn)} được gửi kèm thư này.`
      : `Khoản đóng góp theo biên nhận số ${number} ngày ${formatDay(issuedOn)} đã được hủy trong sổ. Biên nhận ghi rõ việc hủy và lý do được gửi kèm thư này.`,
    '',
    'Trân trọng.',
    agency.name,
  ].join('\n'),
})

/** @throws DomainError LETTER_REFUSED with { why: 'no_server' | 'no_address' | 'waits' } */
export const mailReceipt = async (context: WriteContext, donationId: string, mailServer: boolean): Promise<ReceiptLetter> => {
  const facts = await receiptFacts(context, donationId)
  const refuse = (why: string) => new DomainError('LETTER_REFUSED', { why })
  if (!mailServer) throw refuse('no_server')
  const to = facts.address
  if (to === null) throw refuse('no_address')
  const [sent, earlier] = await Promise.all([
    context.db.auditEntry.count({ where: { subjectType: 'Donation', subjectId: donationId, action: 'mailReceipt' } }),
    mailsOf(context, donationId),
  ])
  if (earlier.some((mail) => stateOf(mail) === 'waiting')) throw refuse('waits')
  const { name: file, source } = await receiptOf(context, donationId)
  const attachment = new Uint8Array(await print(source, 'application/pdf'))
  const key = `${prefixOf(donationId)}${sent + 1}`
  // Of two who press at the same moment one writes the letter.
  const written = await writeLetter(context, { key, to, ...wordsOf(facts), attachment, attachmentName: `${file}.pdf` })
  if (written === 0) throw refuse('waits')
  await context.audit({ subject: 'Donation', id: donationId, after: { to, letter: key } })
  return { to, at: context.clock.now(), byName: context.actor.name, state: 'waiting' }
}
