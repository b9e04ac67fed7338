import type { giftCodes } from '@chung-tay/contracts/gift-codes'
import { familiesOf } from '@chung-tay/domain/children/families'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { fileNameOf } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { agencyOn, unitNamesOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { shown } from './lines.ts'
import { loadList } from './lists.ts'

/** What the gifts of one's own children are fetched with, the latest list first; nothing before the leadership has approved it. */
export const listMyGiftCodes = async ({ db, actor }: Context) => {
  if (actor.employeeId === null) return { items: [] }
  const rows = await db.giftListLine.findMany({
    where: {
      excluded: false,
      giftList: { status: { in: ['approved', 'closed'] } },
      child: { guardians: { some: { employeeId: actor.employeeId } } },
    },
    include: { child: { select: { name: true } }, giftList: { include: { giftKind: true, campaign: { select: { year: true } } } }, handOut: true },
    orderBy: [{ giftList: { approvedAt: 'desc' } }, { child: { birthDate: 'asc' } }, { id: 'asc' }],
  })
  return {
    items: rows.map(({ id, code, child, giftList, handOut }) => ({
      id,
      childName: child.name,
      listName: giftList.name,
      year: giftList.campaign.year,
      giftName: giftList.giftKind.name,
      code: giftList.status === 'approved' && handOut === null ? code : null,
      collected: handOut && { at: handOut.handedOutAt, collectorName: handOut.collectorName, proxyRelation: handOut.proxyRelation },
    })),
  }
}

const waiting = async (context: Context, giftListId: string) => {
  const rows = await context.db.giftListLine.findMany({
    where: { giftListId, excluded: false, handOut: { is: null } },
    include: shown,
    orderBy: [{ unit: { sortOrder: 'asc' } }, { unit: { name: 'asc' } }, { number: 'asc' }, { id: 'asc' }],
  })
  const members = rows.map((row) => ({ row, guardianIds: row.child.guardians.map(({ employeeId }) => employeeId) }))
  return familiesOf(members).map((family) => family.map(({ row }) => row))
}

/**
 * One slip for each family that still waits, with the code that opens it at the desk.
 * @throws DomainError LIST_NOT_APPROVED, LIST_EMPTY when every gift is given
 */
export const writeInvitations = async (
  context: Context,
  id: string,
  { time, venue }: z.output<typeof giftCodes.invitations.query>,
): Promise<Written> => {
  const list = await loadList(context, id)
  if (list.status !== 'approved') throw new DomainError('LIST_NOT_APPROVED', { status: list.status })
  const families = await waiting(context, id)
  if (families.length === 0) throw new DomainError('LIST_EMPTY')
  const day = fromDbDate(list.asOf)
  const agency = await agencyOn(context.db, day)
  const { giftInvitationsPaper } = await import('@chung-tay/documents/gift-invitations')
  const source = await giftInvitationsPaper({
    agency: { parentName: agency.parentName, name: agency.name },
    occasion: list.name,
    gift: list.giftKind.name,
    time,
    venue,
    on: context.clock.today(),
    families: families.map((lines) => {
      const guardians = lines.flatMap(({ child }) => child.guardians.toSorted(guardianOrder).map(({ employee }) => employee.name))
      const [first] = lines
      return {
        unitName: first ? unitNamesOn(first.unit, day).name : '',
        parentNames: [...new Set(guardians)],
        childNames: lines.map(({ child }) => child.name),
        code: first?.code ?? '',
      }
    }),
  })
  return { name: `giay-moi-${fileNameOf(list.name)}`, source }
}
