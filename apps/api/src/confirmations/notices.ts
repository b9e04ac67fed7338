import type { NotificationData, NotificationKind } from '@chung-tay/contracts/notifications'
import type { FigureConfirmation } from '@chung-tay/db/client'
import type { WriteContext } from '../http/context.ts'
import { tellOthers, userIdsWith } from '../notifications/service.ts'
import type { UnitRow } from './queries.ts'

type Year = { id: string; year: number }

const factsOf = ({ year }: Year, { id, name }: UnitRow): NotificationData['figuresAsked'] => ({ figuresUnitId: id, year, unitName: name })
const headOf = ({ head }: UnitRow): string[] => (head?.user?.active ? [head.user.id] : [])

/** One step of a unit's confirmation is told once, its repetition again. */
const tell = <Kind extends Extract<NotificationKind, `figures${string}`>>(
  context: WriteContext,
  userIds: readonly string[],
  kind: Kind,
  data: NotificationData[Kind],
  occasion: string,
) => tellOthers(context, { userIds, kind, data, key: `${kind}:${data.figuresUnitId}:${data.year}:${occasion}` })

export const tellConfirmed = async (context: WriteContext, campaign: Year, unit: UnitRow, row: FigureConfirmation) => {
  const data = { ...factsOf(campaign, unit), confirmedName: row.confirmedName ?? '' }
  await tell(context, await userIdsWith(context.db, 'office'), 'figuresConfirmed', data, String(row.version))
}

export const tellReturned = (context: WriteContext, campaign: Year, unit: UnitRow, row: FigureConfirmation, reason: string) =>
  tell(context, headOf(unit), 'figuresReturned', { ...factsOf(campaign, unit), reason }, String(row.version))

export const tellExcepted = (
  context: WriteContext,
  campaign: Year,
  unit: UnitRow,
  row: FigureConfirmation,
  exception: { reason: string; ends: string },
) => tell(context, headOf(unit), 'figuresExcepted', { ...factsOf(campaign, unit), ...exception }, String(row.version))

/** The heads are reminded once a day, however often the button is pressed. Answers how many were told. */
export const tellHeads = async (context: WriteContext, campaign: Year, units: readonly UnitRow[]): Promise<number> => {
  let told = 0
  for (const unit of units) told += (await tell(context, headOf(unit), 'figuresAsked', factsOf(campaign, unit), context.clock.today())).length
  return told
}
