import type { NominationDetail } from '@chung-tay/contracts/nominations'
import { checkNomination } from '@chung-tay/domain/awards/checks'
import { likelyPairs, swapDayAndMonth } from '@chung-tay/domain/children/duplicates'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { statesOf } from '../children/consent-states.ts'
import type { Context } from '../http/context.ts'
import { type NominatedChild, type NominationRow, withChild } from './queries.ts'

const identityOf = (child: NominatedChild) => ({
  id: child.id,
  name: child.name,
  birthDate: fromDbDate(child.birthDate),
  guardianIds: child.guardians.map(({ employeeId }) => employeeId),
  unitIds: child.guardians.map(({ employee }) => employee.unitId),
  notSameAs: child.notSameAs,
})

/** Names of other nominated children who may be this one, entered twice. */
const namesakesOf = async ({ db }: Context, campaignId: string, child: NominatedChild): Promise<string[]> => {
  const own = identityOf(child)
  const swapped = swapDayAndMonth(own.birthDate)
  const others = await db.child.findMany({
    where: {
      id: { not: child.id },
      mergedIntoId: null,
      nominations: { some: { campaignId } },
      OR: [
        { search: child.search },
        { birthDate: { in: [own.birthDate, ...(swapped === null ? [] : [swapped])].map(toDbDate) } },
        { guardians: { some: { employeeId: { in: own.guardianIds } } } },
      ],
    },
    ...withChild,
  })
  const pairs = likelyPairs([own, ...others.map(identityOf)]).filter(({ firstId, secondId }) => [firstId, secondId].includes(child.id))
  return others.filter(({ id }) => pairs.some(({ firstId, secondId }) => id === firstId || id === secondId)).map(({ name }) => name)
}

/** What a reviewer should look at before deciding. */
export const checksOf = async (
  context: Context,
  row: NominationRow,
  child: NominatedChild,
): Promise<Pick<NominationDetail, 'checks' | 'namesakes'>> => {
  const [rows, namesakes] = await Promise.all([
    context.db.awardTier.findMany({ where: { campaignId: row.campaignId } }),
    namesakesOf(context, row.campaignId, child),
  ])
  const tiers = rows.map(({ id, schoolLevel, amount, sortOrder }) => ({ id, schoolLevel, amount: Number(amount), sortOrder }))
  const tier = tiers.find(({ id }) => id === row.tierId)
  if (!tier) throw new Error(`The nomination ${row.id} names an award of another campaign`)
  const guardians = child.guardians.map(({ employee }) => ({ active: employee.active }))
  const { schoolLevel, achievement } = row
  const checks = checkNomination({
    tier,
    tiers,
    schoolLevel,
    achievement,
    namesakes,
    child: { schoolLevel: child.schoolLevel, guardians, consents: statesOf(child.consents) },
  })
  return { checks, namesakes }
}
