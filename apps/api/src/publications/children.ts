import type { ClearedChild, FeaturedChild, publications } from '@chung-tay/contracts/publications'
import type { Prisma } from '@chung-tay/db/client'
import { firstBirthUnder } from '@chung-tay/domain/children/age'
import { agreementAge, mayUse } from '@chung-tay/domain/children/consent'
import { erasedName } from '@chung-tay/domain/children/erasure'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { isNamedIn, joinUses, type PublishPurpose, purposesOf, stoppedUses, type Use, uncovered } from '@chung-tay/domain/publications/children'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { hasWithdrawn, statesOf } from '../children/consent-states.ts'
import { meansNobodyElse } from '../children/namesakes.ts'
import type { Context, Db } from '../http/context.ts'
import { page } from '../http/pages.ts'
import { readsAll } from '../http/scope.ts'

/** Out, and naming or showing a child whose family does not want it any more, or had it erased. */
export const toTakeDown = {
  status: 'published',
  children: {
    some: {
      OR: [
        { named: true, child: hasWithdrawn('publishName') },
        { pictured: true, child: hasWithdrawn('publishPhoto') },
        { child: { erasedAt: { not: null } } },
      ],
    },
  },
} as const satisfies Prisma.PublicationWhereInput

/** Who a piece names is told to who keeps publications, or children; not to every reader. */
export const seesChildren = (context: Context): boolean => context.ability.can('update', 'Publication') || readsAll(context, 'Child')

export const takeDownIds = async (context: Context, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0 || !seesChildren(context)) return new Set()
  const rows = await context.db.publication.findMany({ where: { AND: [{ id: { in: [...ids] } }, toTakeDown] }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

const known = {
  name: true,
  birthDate: true,
  erasedAt: true,
  consents: { where: { purpose: { in: ['publishName', 'publishPhoto'] } }, select: { purpose: true, withdrawnOn: true, childAgreed: true } },
} as const satisfies Prisma.ChildSelect
type Known = Prisma.ChildGetPayload<{ select: typeof known }>

export const featuredOf = async (context: Context, publicationId: string): Promise<FeaturedChild[]> => {
  if (!seesChildren(context)) return []
  const rows = await context.db.publicationChild.findMany({
    where: { publicationId },
    include: { child: { select: known } },
    orderBy: [{ child: { givenName: 'asc' } }, { child: { name: 'asc' } }, { childId: 'asc' }],
  })
  return rows.map(({ childId, named, pictured, child }) => ({
    ...{ childId, named, pictured },
    name: child.erasedAt ? null : child.name,
    stopped: child.erasedAt ? purposesOf({ named, pictured }) : stoppedUses({ named, pictured }, statesOf(child.consents)),
  }))
}

const shownCleared = {
  ...known,
  id: true,
  guardians: { select: { employeeId: true, relation: true, employee: { select: { unit: { select: { name: true } } } } } },
} as const satisfies Prisma.ChildSelect

/** Children found by part of the name, of whom at least one use is agreed to today; merged and erased records are never active. */
export const findCleared = ({ db, clock }: Context, query: z.output<typeof publications.cleared.query>) => {
  const today = clock.today()
  const agreed = (also: Prisma.ConsentWhereInput): Prisma.ChildWhereInput => ({
    consents: { some: { purpose: { in: ['publishName', 'publishPhoto'] }, withdrawnOn: null, ...also } },
  })
  const young = { birthDate: { gte: toDbDate(firstBirthUnder(agreementAge, today)) } }
  const where: Prisma.ChildWhereInput = {
    AND: [
      { active: true, OR: [agreed({ childAgreed: true }), { AND: [young, agreed({})] }] },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  return page(
    query,
    (window) => db.child.findMany({ where, select: shownCleared, orderBy: [{ givenName: 'asc' }, { name: 'asc' }, { id: 'asc' }], ...window }),
    () => db.child.count({ where }),
    (row): ClearedChild => {
      const may = (purpose: PublishPurpose) => mayUse(statesOf(row.consents), purpose, fromDbDate(row.birthDate), today)
      const unitName = row.guardians.toSorted(guardianOrder)[0]?.employee.unit.name ?? null
      return { id: row.id, name: row.name, unitName, mayName: may('publishName'), mayPicture: may('publishPhoto') }
    },
  )
}

/** Children whose whole name stands in a text and can only mean them. */
const namedIn = async (db: Db, text: string): Promise<(Known & { id: string })[]> => {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Child" WHERE "mergedIntoId" IS NULL AND "erasedAt" IS NULL AND "search" <> '' AND strpos(${foldText(text)}, "search") > 0`
  const rows = await db.child.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: { ...known, id: true } })
  const telling: typeof rows = []
  for (const row of rows) if (isNamedIn(text, row.name) && (await hasTellingName(db, row))) telling.push(row)
  return telling
}

/** A record that was merged into the child’s own is no other child. */
export const hasTellingName = (db: Db, { id, name }: { id: string; name: string }): Promise<boolean> =>
  meansNobodyElse(db, name, { id: { not: id }, mergedIntoId: null })

type Piece = { title: string; content: string }
type Featured = Use & { childId: string }
const textOf = ({ title, content }: Piece) => `${title}\n${content}`

/**
 * Whom a piece names or shows, as it was said and as its words say. Each needs the family’s consent, and from 7 years the child’s.
 * @throws DomainError CONSENT_MISSING with { purpose, names }, NOT_FOUND for a child that is not there
 */
export const requireCleared = async ({ db, clock }: Context, piece: Piece, children: readonly Featured[]): Promise<Featured[]> => {
  const said = new Map<string, Use>()
  for (const { childId, named, pictured } of children) said.set(childId, joinUses({ named, pictured }, said.get(childId)))
  const rows = await db.child.findMany({ where: { id: { in: [...said.keys()] } }, select: { ...known, id: true, mergedIntoId: true } })
  if (rows.some(({ erasedAt }) => erasedAt !== null)) throw new DomainError('CONSENT_MISSING', { purpose: 'publishPhoto', names: [erasedName] })
  if (rows.filter(({ mergedIntoId }) => mergedIntoId === null).length < said.size)
    throw new DomainError('NOT_FOUND', { reference: true, field: 'children' })
  const read = await namedIn(db, textOf(piece))
  for (const { id } of read) said.set(id, joinUses({ named: true, pictured: false }, said.get(id)))
  const all = new Map([...rows, ...read].map((row) => [row.id, row]))
  const today = clock.today()
  for (const purpose of ['publishName', 'publishPhoto'] as const) {
    const names = [...all.values()]
      .filter((row) =>
        uncovered(said.get(row.id) ?? { named: false, pictured: false }, statesOf(row.consents), fromDbDate(row.birthDate), today).includes(purpose),
      )
      .map(({ name }) => name)
    if (names.length > 0) throw new DomainError('CONSENT_MISSING', { purpose, names })
  }
  return [...said].map(([childId, use]) => ({ childId, ...use }))
}

export const listFeatured = (db: Db, publicationId: string): Promise<Featured[]> =>
  db.publicationChild.findMany({ where: { publicationId }, select: { childId: true, named: true, pictured: true } })

export const writeFeatured = async (db: Db, publicationId: string, children: readonly Featured[]): Promise<void> => {
  await db.publicationChild.deleteMany({ where: { publicationId } })
  await db.publicationChild.createMany({ data: children.map((child) => ({ ...child, publicationId })) })
}

/** What the history tells: how many, not who. */
export const countFeatured = (db: Db, publicationId: string): Promise<number> => db.publicationChild.count({ where: { publicationId } })
