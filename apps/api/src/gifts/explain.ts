import { isOutside, type Place } from '@chung-tay/domain/gifts/entitlement'
import type { Context, Db } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { budgetFor } from './budget.ts'
import { judge, unitNameOf } from './judge.ts'
import { loadLine } from './lines.ts'
import { loadList } from './lists.ts'

export const getBudget = async (context: Context, id: string) => ({ budget: await budgetFor(context, await loadList(context, id)) })

const placesOn = async (db: Db, giftListId: string): Promise<Map<string, Place>> => {
  const lines = await db.giftListLine.findMany({ where: { giftListId }, select: { childId: true, origin: true, excluded: true } })
  const waiting = await db.giftListAddition.findMany({
    where: { supplement: { giftListId, status: { not: 'approved' } } },
    select: { childId: true },
  })
  return new Map([
    ...lines.map(({ childId, origin, excluded }) => [childId, excluded ? 'off' : origin] as const),
    ...waiting.map(({ childId }) => [childId, 'hand'] as const),
  ])
}

/** Whom the rule leaves out and nobody has put on; and who belongs by the rule, but came after the list was made. */
export const listLeftOut = async (context: Context, id: string) => {
  const list = await loadList(context, id, 'update')
  const judged = await judge(context, list)
  const places = await placesOn(context.db, id)
  const items = judged
    .filter(({ child, entitlement }) => isOutside(entitlement, places.get(child.id) ?? null, list.generatedAt !== null))
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
