import type { DataRequestRecord, Erasure } from '@chung-tay/contracts/data-requests'
import { erasedName, roundedBirth } from '@chung-tay/domain/children/erasure'
import { requestTransitions, requireSecondPerson } from '@chung-tay/domain/children/requests'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { cleanText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { toJson } from '../http/write.ts'
import { tellToTakeDown } from '../publications/withdrawn.ts'
import { areTelling, type ErasedChild, isLoose, loadFamily, recordIdsOf, reportsNaming, signedDecisions } from './erasure-scope.ts'
import { sheetsNaming } from './erasure-sheets.ts'
import { holdChildren } from './merge-records.ts'
import { loadRequest, step, tellRequester } from './requests.ts'

type Sheets = Awaited<ReturnType<typeof sheetsNaming>>

const told = async (db: Db, family: readonly ErasedChild[], sheets: Sheets): Promise<Erasure> => {
  const ids = await recordIdsOf(db, family)
  const lines = family.flatMap(({ giftLines }) => giftLines)
  const nominations = family.flatMap((child) => child.nominations)
  const decisions = await signedDecisions(db, family)
  const named = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM "Notification" n WHERE EXISTS (SELECT FROM unnest(${ids}::text[]) id WHERE strpos(n."data"::text, id) > 0)`
  return {
    childName: family[0]?.name ?? null,
    erased: {
      guardians: family.flatMap(({ guardians }) => guardians).length,
      consents: family.flatMap(({ consents }) => consents).length,
      files: (await db.file.count({ where: { subjectId: { in: ids } } })) + sheets.length,
      nominations: nominations.filter(({ status }) => status !== 'decided').length,
      giftLines: lines.filter(isLoose).length,
      notifications: named[0].count,
    },
    kept: {
      consents: family.flatMap(({ consents }) => consents).length,
      handOuts: lines.filter(({ handOut }) => handOut !== null).length,
      awards: nominations.filter(({ status }) => status === 'decided').length,
      decisions: decisions.flatMap(({ number }) => number ?? []),
      reports: await reportsNaming(
        db,
        family.map(({ name }) => name),
      ),
      publications: await db.publication.count({
        where: { status: 'published', children: { some: { childId: { in: family.map(({ id }) => id) } } } },
      }),
    },
    shared: !(await areTelling(db, family)),
  }
}

export const previewErasure = async (context: Context, id: string): Promise<Erasure> => {
  const request = await loadRequest(context, id)
  if (request.erased !== null || request.kind !== 'erasure') throw new DomainError('NOT_FOUND')
  const family = await loadFamily(context.db, request.childId)
  return told(context.db, family, await sheetsNaming(context, family))
}

/** Rows of the files go with the child; their bytes once nothing else refers to them and all is committed. Lists that name it go whole. */
const eraseFiles = async (context: WriteContext, recordIds: string[], family: readonly ErasedChild[], sheets: Sheets) => {
  await context.db.importAnswer.deleteMany({ where: { sha256: { in: sheets.map(({ sha256 }) => sha256) } } })
  const photos: string[] = []
  for (const { id } of family) {
    const rows = await context.db.$queryRaw<{ id: string }[]>`SELECT "erase_hand_out_marks"(${id}::uuid) AS id`
    photos.push(...rows.map((row) => row.id))
  }
  const where = { OR: [{ subjectId: { in: recordIds } }, { id: { in: [...photos, ...sheets.map(({ id }) => id)] } }] }
  const files = await context.db.file.findMany({ where, select: { sha256: true } })
  await context.db.file.deleteMany({ where })
  context.afterCommit(async () => {
    for (const { sha256 } of files) {
      if ((await context.database.prisma.file.count({ where: { sha256 } })) === 0) await context.files.remove(sha256)
    }
  })
}

/** What was signed stays as a line and an amount; the paper itself lies in the archive until its retention ends. */
const eraseDecided = async (db: Db, family: readonly ErasedChild[]) => {
  for (const { id, nominationIds, frozen } of await signedDecisions(db, family)) {
    const awards = frozen.awards.map((award) =>
      nominationIds.has(award.nominationId) ? { ...award, childName: erasedName, parentName: '', className: '', school: '' } : award,
    )
    await db.awardDecision.update({ where: { id }, data: { snapshot: toJson({ ...frozen, awards }) } })
  }
  const nameless = { school: '', className: '', achievement: '', reviewReason: null, version: { increment: 1 } } as const
  await db.nomination.updateMany({ where: { childId: { in: family.map(({ id }) => id) }, status: 'decided' }, data: nameless })
}

const eraseNominations = async (db: Db, family: readonly ErasedChild[]) => {
  const open = family.flatMap(({ nominations }) => nominations).filter(({ status }) => status !== 'decided')
  // Whoever is about to sign that list sees another one.
  const drafts = { id: { in: open.flatMap(({ decisionId }) => decisionId ?? []) }, status: 'draft' } as const
  await db.awardDecision.updateMany({ where: drafts, data: { version: { increment: 1 } } })
  await db.nomination.deleteMany({ where: { id: { in: open.map(({ id }) => id) } } })
}

const eraseLines = async (db: Db, family: readonly ErasedChild[]) => {
  const lines = family.flatMap(({ giftLines }) => giftLines)
  const loose = lines.filter(isLoose)
  const off = lines.filter((line) => !loose.includes(line) && (line.excluded || line.handOut === null))
  await db.giftListLine.deleteMany({ where: { id: { in: loose.map(({ id }) => id) } } })
  const children = { childId: { in: family.map(({ id }) => id) } }
  await db.giftListAddition.deleteMany({ where: { ...children, supplement: { approvedAt: null } } })
  await db.giftListAddition.updateMany({ where: children, data: { reason: erasedName, reasons: [] } })
  const data = { excluded: true, excludeReason: erasedName, version: { increment: 1 } } as const
  await db.giftListLine.updateMany({ where: { id: { in: off.map(({ id }) => id) } }, data })
}

const nameless = { school: '', className: '', circumstances: '', schoolLevel: null, active: false } as const

const eraseRecords = async ({ db, clock }: WriteContext, family: readonly ErasedChild[]) => {
  const ids = family.map(({ id }) => id)
  const where = { childId: { in: ids } }
  await db.guardian.deleteMany({ where })
  // Who agreed to what, when and how is evidence and stays, without a name.
  await db.consent.updateMany({ where, data: { givenByName: erasedName, version: { increment: 1 } } })
  await db.consent.updateMany({ where: { ...where, withdrawReason: { not: null } }, data: { withdrawReason: erasedName } })
  await db.childMerge.deleteMany({ where: { OR: [{ keptId: { in: ids } }, { goneId: { in: ids } }] } })
  await db.dataRequest.updateMany({ where, data: { text: '' } })
  for (const { id, birthDate } of family) {
    const born = toDbDate(roundedBirth(fromDbDate(birthDate)))
    const data = {
      ...nameless,
      name: erasedName,
      givenName: '',
      search: '',
      birthDate: born,
      erasedAt: clock.now(),
      version: { increment: 1 },
    } as const
    await db.child.update({ where: { id }, data })
  }
}

const sameName = (left: string, right: string) => cleanText(left).toLocaleLowerCase('vi') === cleanText(right).toLocaleLowerCase('vi')

/**
 * Erases a child and everything that tells of it, in one transaction; sums, stock and what was signed keep their numbers.
 * @throws DomainError ERASE_BY_ANOTHER, TRANSITION_NOT_ALLOWED, STALE; INVALID at `confirm` when it is not the child's name
 */
export const eraseChild = async (context: WriteContext, id: string, confirm: string): Promise<DataRequestRecord> => {
  const { db, actor, clock } = context
  const request = await loadRequest(context, id)
  advance(requestTransitions, request.status, 'fulfil')
  if (request.kind !== 'erasure') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: request.status, action: 'erase' })
  requireSecondPerson(actor.userId, request.answeredById)
  await holdChildren(db, [request.childId])
  const family = await loadFamily(db, request.childId)
  if (!sameName(confirm, family[0].name)) throw invalidField('confirm', 'other_name')
  const sheets = await sheetsNaming(context, family)
  const erased = { ...(await told(db, family, sheets)), childName: null }
  const recordIds = await recordIdsOf(db, family)
  await db.$queryRaw`SELECT "erase_child_traces"(${request.childId}::uuid, ${!erased.shared}, ${erasedName}) AS touched`
  await eraseFiles(context, recordIds, family, sheets)
  await eraseDecided(db, family)
  await eraseNominations(db, family)
  await eraseLines(db, family)
  await eraseRecords(context, family)
  const done = { text: '', erased: toJson(erased), fulfilledById: actor.userId, fulfilledAt: clock.now() }
  const { row, after } = await step(context, await loadRequest(context, id), 'fulfil', done)
  await context.audit({ subject: 'Child', id: row.childId, after: { erased: true } })
  await tellToTakeDown(context, { childId: { in: family.map((child) => child.id) } }, `erased ${id}`)
  await tellRequester(context, row)
  return after
}
