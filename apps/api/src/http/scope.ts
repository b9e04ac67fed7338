import { accessibleBy } from '@casl/prisma/runtime'
import type { Prisma } from '@chung-tay/db/client'
import type { Action, AppAbility, Subject } from '@chung-tay/domain/access/abilities'
import { DomainError } from '@chung-tay/domain/errors'
import type { Context } from './context.ts'

type Model = Extract<Subject, Prisma.ModelName>
type WhereOf<M extends Model> = NonNullable<Prisma.TypeMap['model'][M]['operations']['findFirst']['args']['where']>

type Accessible = { ofType: (subject: string) => unknown }

/** The person's rules as a filter: what of a table may be acted on. No rule at all is `FORBIDDEN`. */
export const scope = <M extends Model>(context: Pick<Context, 'ability'>, action: Action, subject: M): WhereOf<M> => {
  if (!context.ability.can(action, subject)) throw new DomainError('FORBIDDEN', { action, subject })
  // The abilities are written without the generated types, so that the client can share them.
  const accessible = accessibleBy as unknown as (ability: AppAbility, action: Action) => Accessible
  return accessible(context.ability, action).ofType(subject) as WhereOf<M>
}

/** Whether somebody reads every record of a subject, not only the own ones: sums and names in lists ask this. */
export const readsAll = ({ ability }: Pick<Context, 'ability'>, subject: Subject): boolean =>
  ability.rulesFor('read', subject).some((rule) => rule.conditions === undefined)

type Finder = { findFirst: (query: { where: object; select: { id: true } }) => Promise<{ id: string } | null> }

/** The agency is one row with the number 1; every other record has a UUID. */
const keyOf = (subject: Model, id: string): string | number => (subject === 'Agency' ? Number(id) || 0 : id)

/** Whether a record exists within the scope of the person's rules. */
export const isInScope = async (context: Context, action: Action, subject: Model, id: string): Promise<boolean> => {
  if (!context.ability.can(action, subject)) return false
  const table = (context.db as unknown as Record<string, Finder>)[`${subject.charAt(0).toLowerCase()}${subject.slice(1)}`]
  if (!table) return false
  return (await table.findFirst({ where: { AND: [{ id: keyOf(subject, id) }, scope(context, action, subject)] }, select: { id: true } })) !== null
}

/** Outside of one's scope a record is as if it were not there. */
export const found = <Row>(row: Row | null | undefined): Row => {
  if (row === null || row === undefined) throw new DomainError('NOT_FOUND')
  return row
}
