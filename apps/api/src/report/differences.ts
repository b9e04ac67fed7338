import type { ChangedRecord } from '@chung-tay/contracts/report-archive'
import { differencesBetween } from '@chung-tay/domain/report/figures'
import type { IndicatorKey } from '@chung-tay/domain/report/indicators'
import type { Context } from '../http/context.ts'
import { hashOf, type ReportSnapshot, readSnapshot } from './content.ts'
import { figuresOf, seesOf } from './figures.ts'
import { freezeFigures, namedRecords, type RecordVersion } from './queries.ts'
import { loadScoped } from './service.ts'

type Behind = RecordVersion & { key: IndicatorKey }
type Changed = Pick<Behind, 'key' | 'subject' | 'id'> & { change: ChangedRecord['change'] }

// More than these nobody reads one by one; the list behind the figure has all.
const shown = 20

const changesOf = (key: IndicatorKey, signed: ReportSnapshot['records'], now: readonly Behind[]): Changed[] => {
  const [before, after] = [signed.filter((row) => row.key === key), now.filter((row) => row.key === key)]
  const versions = new Map(before.map(({ id, version }) => [id, version]))
  const kept = new Set(after.map(({ id }) => id))
  const here = after.flatMap(({ subject, id, version }): Changed[] => {
    if (!versions.has(id)) return [{ key, subject, id, change: 'added' }]
    return versions.get(id) === version ? [] : [{ key, subject, id, change: 'changed' }]
  })
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map(({ subject, id }): Changed => ({ key, subject: subject as Behind['subject'], id, change: 'removed' }))
  return [...here, ...gone]
}

/** A hand-out is told under its own id: a line of a gift list, and the child on it, point there. */
const handOutsOf = async ({ db }: Context, changed: readonly Changed[]): Promise<Map<string, string>> => {
  const ids = changed.filter(({ subject }) => subject === 'GiftListLine' || subject === 'Child').map(({ id }) => id)
  const lines = await db.giftListLine.findMany({
    where: { OR: [{ id: { in: ids } }, { childId: { in: ids } }], handOut: { isNot: null } },
    select: { id: true, childId: true, handOut: { select: { id: true } } },
  })
  return new Map(lines.flatMap(({ id, childId, handOut }) => (handOut ? [[id, handOut.id] as const, [childId, handOut.id] as const] : [])))
}

/** The latest entry of the history for each record since the signature. */
const entriesOf = async (context: Context, changed: readonly Changed[], since: Date) => {
  const handOuts = await handOutsOf(context, changed)
  const ids = changed.flatMap(({ id }) => [id, handOuts.get(id) ?? id])
  const entries = await context.db.auditEntry.findMany({
    where: { subjectId: { in: ids }, at: { gt: since } },
    orderBy: { at: 'asc' },
    select: { subjectId: true, at: true, actorName: true, action: true, reason: true },
  })
  const latest = new Map(entries.map((entry) => [entry.subjectId, entry]))
  return (id: string) => latest.get(id) ?? latest.get(handOuts.get(id) ?? '')
}

/** What the records would say otherwise since the signature: figure by figure, record by record, with who and why. */
export const listDifferences = async (context: Context, id: string) => {
  const row = await loadScoped(context, id)
  if (row.snapshot === null) return { intact: null, items: [], records: [], left: 0 }
  const signed = readSnapshot(row.snapshot)
  const campaign = await context.db.campaign.findUniqueOrThrow({ where: { id: row.campaignId } })
  const items = differencesBetween(signed.figures, await figuresOf(context.db, campaign))
  const { records: now } = await freezeFigures(context.db, campaign.id)
  const differing = new Set(items.map(({ key }) => key))
  // What came and went stands even where the sum is the same; an edit only where it changed the figure.
  const all = [...new Set([...signed.records, ...now].map(({ key }) => key as IndicatorKey))].flatMap((key) =>
    changesOf(key, signed.records, now).filter(({ change }) => change !== 'changed' || differing.has(key)),
  )
  const changed = [...Map.groupBy(all, ({ key }) => key).values()].flatMap((rows) => rows.slice(0, shown))
  const [entryOf, names] = await Promise.all([
    entriesOf(context, changed, new Date(signed.signer.signedAt)),
    namedRecords(context.db, campaign.id, seesOf(context), changed),
  ])
  const records = changed.map((one): ChangedRecord => {
    const entry = entryOf(one.id)
    const { title = null, number = null } = names.get(`${one.key} ${one.id}`) ?? {}
    return {
      ...one,
      title,
      number,
      byName: entry?.actorName ?? null,
      at: entry?.at ?? null,
      action: entry?.action ?? null,
      reason: entry?.reason ?? null,
    }
  })
  return { intact: hashOf(row.snapshot) === row.snapshotHash, items, records, left: all.length - changed.length }
}
