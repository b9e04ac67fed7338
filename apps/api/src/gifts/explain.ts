import type { Context } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { budgetFor } from './budget.ts'
import { judge, unitNameOf } from './judge.ts'
import { loadLine } from './lines.ts'
import { loadList } from './lists.ts'

export const getBudget = async (context: Context, id: string) => ({ budget: await budgetFor(context, await loadList(context, id)) })

export const listLeftOut = async (context: Context, id: string) => {
  const judged = await judge(context, await loadList(context, id, 'update'))
  const items = judged
    .filter(({ entitlement }) => !entitlement.entitled)
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
