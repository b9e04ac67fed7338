import type { PrismaClient } from '@chung-tay/db/client'
import { type AppAbility, abilityFor } from '@chung-tay/domain/access/abilities'
import type { Actor, Role } from '@chung-tay/domain/access/actor'

export type Person = { actor: Actor; ability: AppAbility; mustChangePassword: boolean }

const secondsKept = 5

const withRecords = {
  employee: { select: { id: true, unitId: true, active: true, heads: { where: { active: true }, select: { id: true } } } },
} as const

/** A unit's head has that role by the unit's record, an employee by the own one: nobody need tick them. */
export const actorOf = async (prisma: PrismaClient, userId: string): Promise<{ actor: Actor; mustChangePassword: boolean } | null> => {
  const user = await prisma.user.findUnique({ where: { id: userId }, include: withRecords })
  if (!user?.active) return null
  const employee = user.employee?.active ? user.employee : null
  const headed = employee?.heads.map((unit) => unit.id) ?? []
  const chosen = user.roles.filter((role) => role !== 'unitHead' && role !== 'employee')
  const roles: Role[] = [...chosen, ...(headed.length > 0 ? (['unitHead'] as const) : []), ...(employee ? (['employee'] as const) : [])]
  const actor = { userId, name: user.name, roles, employeeId: employee?.id ?? null, unitId: employee?.unitId ?? null, headedUnitIds: headed }
  return { actor, mustChangePassword: user.mustChangePassword }
}

export type Actors = ReturnType<typeof createActors>

/** Who stands behind a session's cookie, kept for a few seconds and dropped at once when an account or its sessions change. */
export const createActors = (prisma: PrismaClient, sessionUser: (headers: Headers) => Promise<string | null>) => {
  const kept = new Map<string, { person: Promise<Person | null>; expires: number }>()
  const load = async (cookie: string): Promise<Person | null> => {
    const userId = await sessionUser(new Headers({ cookie }))
    const loaded = userId === null ? null : await actorOf(prisma, userId)
    return loaded && { ...loaded, ability: abilityFor(loaded.actor) }
  }
  const byCookie = (cookie: string): Promise<Person | null> => {
    const known = kept.get(cookie)
    if (known && known.expires > Date.now()) return known.person
    if (kept.size > 5000) kept.clear()
    // Whoever comes while it is looked up waits for the same answer; one that was forgotten meanwhile is not kept.
    const entry = { person: load(cookie), expires: Date.now() + secondsKept * 1000 }
    kept.set(cookie, entry)
    const drop = () => {
      if (kept.get(cookie) === entry) kept.delete(cookie)
    }
    entry.person.then((person) => person ?? drop(), drop)
    return entry.person
  }
  return { byCookie, forgetAll: () => kept.clear() }
}
