import type { Context } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { budgetFor } from './budget.ts'
import { judge, unitNameOf } from './judge.ts'
import { loadLine } from './lines.ts'
import { loadList } from './lists.ts'

export const getBudget = async (context: Context, id: string) => ({ budget: await budgetFor(context, await loadList(context, id)) })

/** Whom the rule leaves out and nobody has put on; and who belongs by the rule, but came after the list was made. */
export const listLeftOut = async (context: Context, id: string) => {
  const list = await loadList(context, id, 'update')
  const judged = await judge(context, list)
  const lines = await context.db.giftListLine.findMany({ where: { giftListId: id }, select: { childId: true, origin: true, excluded: true } })
  const waiting = await context.db.giftListAddition.findMany({
    where: { supplement: { giftListId: id, status: { not: 'approved' } } },
    select: { childId: true },
  })
  const known = new Set([...lines, ...waiting].map(({ childId }) => childId))
  const byHand = new Set([...lines.filter(({ origin, excluded }) => origin === 'hand' && !excluded), ...waiting].map(({ childId }) => childId))
  const items = judged
    .filter(({ child, entitlement }) => (entitlement.entitled ? list.generatedAt !== null && !known.has(child.id) : !byHand.has(child.id)))
    .map((one) => ({
      childId: one.child.id,
      childName: one.child.name,
      birthYear: Number(one.child.birthDate.slice(0, 4)),
      age: one.entitlement.age,
      unitName: unitNameOf(one),
      reasons: [...one.entitlement.reasons],
    }))
  return { items }
}

/** Why a child is on its list, by what the records say today. */
export const explainLine = async (context: Context, lineId: string) => {
  const line = await loadLine(context, lineId, 'update')
  const { child, entitlement } = found((await judge(context, await loadList(context, line.giftListId), line.childId))[0])
  const counted = child.guardians
    .filter(({ employeeId }) => entitlement.countedIds.includes(employeeId))
    .map(({ name, relation, unitName }) => ({ name, relation, unitName }))
  return { age: entitlement.age, reasons: [...entitlement.reasons], counted }
}
