import { fromDbDate } from '@chung-tay/domain/dates'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { namesOfUsers } from '../accounts/names.ts'
import { agencyOn, namesOfUnit, unitNamesOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found, scope } from '../http/scope.ts'

const shown = {
  donor: { include: { employee: { select: { email: true } } } },
  fund: { select: { name: true } },
  items: { include: { giftKind: { select: { name: true, measure: true } } }, orderBy: { giftKind: { name: 'asc' } } },
} as const

/** What the papers of a donation say; read within the caller's transaction, where there is one. */
export const receiptFacts = async (context: Context, id: string) => {
  const { db } = context
  const row = found(await db.donation.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Donation')] }, include: shown }))
  const issuedOn = fromDbDate(row.receivedOn)
  const [agency, union, names] = await Promise.all([
    agencyOn(db, issuedOn),
    db.unit.findFirst({ where: { kind: 'union', active: true }, orderBy: { sortOrder: 'asc' }, select: namesOfUnit }),
    namesOfUsers(db, [row.createdById]),
  ])
  return {
    // The union's own paper, under its department; a department that has no union unit receives itself.
    agency: {
      parentName: union ? agency.name : agency.parentName,
      name: union ? unitNamesOn(union, issuedOn).name : agency.name,
      place: agency.place,
    },
    number: numberLabel('receipt', row.receiptYear, row.receiptNumber),
    issuedOn,
    giver: { name: row.donor.name, address: row.donor.address || null },
    address: row.donor.email ?? row.donor.employee?.email ?? null,
    amount: Number(row.amount),
    fund: row.fund.name,
    method: row.method,
    note: row.note || null,
    items: row.items.map(({ giftKind: { name, measure }, quantity, unitValue }) => ({
      name,
      unit: measure,
      quantity,
      value: quantity * Number(unitValue),
    })),
    preparedBy: names.get(row.createdById) ?? null,
    voidedReason: row.voidReason,
  }
}

const methods = { cash: 'cash', transfer: 'transfer', inKind: 'in-kind' } as const

/** The receipt of a donation one may read, with its number in the name. */
export const receiptOf = async (context: Context, id: string): Promise<Written> => {
  const facts = await receiptFacts(context, id)
  const { receiptPaper } = await import('@chung-tay/documents/receipt')
  const head = { title: 'TM. Ban Chấp hành', name: null }
  const source = receiptPaper({ ...facts, method: methods[facts.method], receivedBy: null, head })
  return { name: facts.number.replace('/', '-'), source }
}

/** What both sides sign when goods change hands: of a donation in kind alone. */
export const deliveryNoteOf = async (context: Context, id: string): Promise<Written> => {
  const facts = await receiptFacts(context, id)
  found(facts.method === 'inKind' || null)
  const { deliveryNotePaper } = await import('@chung-tay/documents/delivery-note')
  return { name: `giao-nhan-${facts.number.replace('/', '-')}`, source: deliveryNotePaper(facts) }
}
