import type { GiftSigningRow } from '@chung-tay/documents/gift-signing-list'
import { millimetres } from '@chung-tay/documents/layout/page'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { dayOf, formatDay, fromDbDate } from '@chung-tay/domain/dates'
import { ruleOnPaper } from '@chung-tay/domain/gifts/rule'
import { fileNameOf } from '@chung-tay/domain/text'
import { agencyOn, unitNamesOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { signaturePictures } from './hand-out-marks.ts'
import { type LineRow, shown } from './lines.ts'
import { type ListRow, loadList, ruleOf, unitNamesOf } from './lists.ts'

const codeSide = 11

/** A list that is not approved yet may change: neither number nor code is printed that would be entered again. */
const marksOf = async ({ status }: ListRow, { code, number }: LineRow): Promise<Pick<GiftSigningRow, 'code' | 'number'>> => {
  if (status === 'draft' || status === 'submitted') return {}
  const { qrPicture } = await import('@chung-tay/documents/qr-picture')
  return { number, code: await qrPicture(code, codeSide) }
}

const rowOf = ({ giftKind, asOf }: ListRow, { child, unit, handOut, supplement }: LineRow): GiftSigningRow => ({
  childName: supplement ? `${child.name} (bổ sung lần ${supplement.number})` : child.name,
  birthYear: child.birthDate.getUTCFullYear(),
  parentNames: child.guardians
    .toSorted(guardianOrder)
    .map(({ employee }) => employee.name)
    .join(', '),
  unitName: unitNamesOn(unit, fromDbDate(asOf)).name,
  value: Number(giftKind.unitValue),
  collected: handOut && `Đã nhận ${formatDay(dayOf(handOut.handedOutAt))}`,
})

/** As wide as its column allows; the box is three times as wide as it is high. */
const signatureOn = (png: Uint8Array | undefined) => png && ({ type: 'picture', png, width: millimetres(27), height: millimetres(9) } as const)

const byName = [{ child: { givenName: 'asc' } }, { child: { name: 'asc' } }, { id: 'asc' }] as const

/** The paper for when there is no network: who is entitled, unit by unit; who has the gift already is marked. */
export const writeSigningList = async (context: Context, id: string): Promise<Written> => {
  const list = await loadList(context, id)
  const day = fromDbDate(list.asOf)
  const agency = await agencyOn(context.db, day)
  const lines = await context.db.giftListLine.findMany({
    where: { giftListId: id, excluded: false },
    include: shown,
    orderBy: [{ unit: { sortOrder: 'asc' } }, { unit: { name: 'asc' } }, { number: 'asc' }, ...byName],
  })
  const unitNames = await unitNamesOf(context.db, [list])
  const signatures = await signaturePictures(
    context,
    lines.flatMap(({ handOut }) => (handOut ? [handOut.id] : [])),
  )
  const { giftSigningPaper } = await import('@chung-tay/documents/gift-signing-list')
  const source = giftSigningPaper({
    agency: { parentName: agency.parentName, name: agency.name, place: agency.place },
    occasion: list.name,
    gift: list.giftKind,
    rule: `Đối tượng: ${ruleOnPaper(ruleOf(list), unitNames(list))}`,
    handedOutOn: day.slice(0, 7),
    rows: await Promise.all(
      lines.map(async (line) => ({
        ...rowOf(list, line),
        ...(await marksOf(list, line)),
        signature: signatureOn(signatures.get(line.handOut?.id ?? '')),
      })),
    ),
    signers: [
      { title: 'Người lập danh sách', name: null },
      { title: 'Chủ tịch Công đoàn', name: null },
      { title: agency.leaderTitle, name: agency.leaderName },
    ],
  })
  return { name: fileNameOf(list.name), source }
}
