import { type DataRequestRecord, type dataRequests, erasure } from '@chung-tay/contracts/data-requests'
import type { Prisma } from '@chung-tay/db/client'
import { answerDue, fulfilDue, type RequestAction, requestTransitions } from '@chung-tay/domain/children/requests'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import { setDaysFrom } from '../agency/working-days.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { notify, tellRole } from '../notifications/service.ts'
import { loadChild } from './service.ts'

const shown = { child: { select: { name: true, erasedAt: true } } } as const
export type RequestRow = Prisma.DataRequestGetPayload<{ include: typeof shown }>

const present = async ({ db, actor }: Context, rows: readonly RequestRow[]): Promise<DataRequestRecord[]> => {
  const names = await namesOfUsers(
    db,
    rows.flatMap((row) => [row.requestedById, row.answeredById, row.fulfilledById]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return rows.map((row) => ({
    ...{
      id: row.id,
      childId: row.childId,
      childName: row.child.erasedAt ? null : row.child.name,
      kind: row.kind,
      status: row.status,
      text: row.text,
    },
    requestedByName: nameOf(row.requestedById) ?? '',
    mine: row.requestedById === actor.userId,
    receivedOn: fromDbDate(row.receivedOn),
    answerDueOn: fromDbDate(row.answerDueOn),
    fulfilDueOn: fromDbDate(row.fulfilDueOn),
    answer: row.answer,
    answeredByName: nameOf(row.answeredById),
    answeredAt: row.answeredAt,
    answeredByMe: row.answeredById === actor.userId,
    outcome: row.outcome,
    erased: row.erased === null ? null : erasure.parse(row.erased),
    fulfilledByName: nameOf(row.fulfilledById),
    fulfilledAt: row.fulfilledAt,
    version: row.version,
  }))
}

export const presentRequest = async (context: Context, row: RequestRow): Promise<DataRequestRecord> => found((await present(context, [row]))[0])

export const open = { in: ['received', 'accepted'] } satisfies Prisma.EnumDataRequestStatusFilter

export const listRequests = (context: Context, query: z.output<typeof dataRequests.list.query>) => {
  const where: Prisma.DataRequestWhereInput = {
    AND: [
      scope(context, 'read', 'DataRequest'),
      query.childId === undefined ? {} : { childId: query.childId },
      query.kind === undefined ? {} : { kind: query.kind },
      query.status === undefined ? {} : { status: query.status },
      query.q ? { child: { search: { contains: foldText(query.q) } } } : {},
      query.open === undefined ? {} : { status: query.open ? open : { notIn: open.in } },
    ],
  }
  const { column, direction } = orderOf(query.sort)
  return page(
    query,
    async (window) =>
      present(
        context,
        await context.db.dataRequest.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
      ),
    () => context.db.dataRequest.count({ where }),
    (item) => item,
  )
}

export const loadRequest = async (context: Context, id: string, action: 'read' | 'create' | 'answer' = 'read'): Promise<RequestRow> =>
  found(await context.db.dataRequest.findFirst({ where: { AND: [{ id }, scope(context, action, 'DataRequest')] }, include: shown }))

export const getRequest = async (context: Context, id: string) => presentRequest(context, await loadRequest(context, id))

/** The clock starts on the day of the request, whoever looks at it when. */
export const createRequest = async (context: WriteContext, childId: string, { kind, text }: z.output<typeof dataRequests.create.body>) => {
  await loadChild(context, childId)
  const receivedOn = context.clock.today()
  const set = await setDaysFrom(context.db, receivedOn)
  const dueOn = answerDue(receivedOn, set)
  const days = { receivedOn: toDbDate(receivedOn), answerDueOn: toDbDate(dueOn), fulfilDueOn: toDbDate(fulfilDue(receivedOn, set)) }
  const made = { requestedById: context.actor.userId, createdAt: context.clock.now() }
  const { id } = await context.db.dataRequest.create({ data: { childId, kind, text, ...days, ...made }, select: { id: true } })
  const row = await loadRequest(context, id, 'create')
  const after = await presentRequest(context, row)
  await context.audit({ subject: 'DataRequest', id, after })
  await tellRole(context, 'office', 'dataRequestReceived', { id, version: row.version, data: { requestId: id, kind, dueOn } })
  return after
}

type Change = Prisma.DataRequestUncheckedUpdateInput

/** One step of a request, seen at the version one acts on. */
export const step = async (context: WriteContext, before: RequestRow, action: RequestAction, data: Change, reason?: string) => {
  if (before.version !== context.version) throw new DomainError('STALE')
  const status = advance(requestTransitions, before.status, action)
  const row = await context.db.dataRequest.update({
    where: { id: before.id, version: context.version },
    data: { ...data, status, version: { increment: 1 } },
    include: shown,
  })
  const after = await presentRequest(context, row)
  await context.audit({ subject: 'DataRequest', id: row.id, before: await presentRequest(context, before), after, reason })
  return { row, after }
}

const answered = ({ actor, clock }: Context) => ({ answeredById: actor.userId, answeredAt: clock.now() })

/** The requester is told in the program; the letter says no more than that there is an answer. */
export const tellRequester = (context: WriteContext, { id, version, kind, status, fulfilDueOn, requestedById }: RequestRow) =>
  notify(context, {
    userIds: [requestedById],
    kind: 'dataRequestAnswered',
    data: { requestId: id, kind, status, dueOn: fromDbDate(fulfilDueOn) },
    key: `dataRequestAnswered:${id}:${version}`,
  })

const answer = async (context: WriteContext, id: string, action: 'accept' | 'refuse', text: string, reason?: string) => {
  const { row, after } = await step(context, await loadRequest(context, id, 'answer'), action, { answer: text, ...answered(context) }, reason)
  await tellRequester(context, row)
  return after
}

export const acceptRequest = (context: WriteContext, id: string, text: string) => answer(context, id, 'accept', text)
export const refuseRequest = (context: WriteContext, id: string, reason: string) => answer(context, id, 'refuse', reason, reason)

/** @throws DomainError TRANSITION_NOT_ALLOWED for an erasure, which is carried out by its own step */
export const fulfilRequest = async (context: WriteContext, id: string, outcome: string) => {
  const before = await loadRequest(context, id, 'answer')
  if (before.kind === 'erasure') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: before.status, action: 'fulfil' })
  const { row, after } = await step(context, before, 'fulfil', { outcome, fulfilledById: context.actor.userId, fulfilledAt: context.clock.now() })
  await tellRequester(context, row)
  return after
}

/** By who asked, not by the other parent. */
export const withdrawRequest = async (context: WriteContext, id: string) => {
  const before = await loadRequest(context, id, 'create')
  if (before.requestedById !== context.actor.userId) throw new DomainError('NOT_FOUND')
  return (await step(context, before, 'withdraw', {})).after
}
