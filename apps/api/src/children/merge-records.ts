import type { Prisma } from '@chung-tay/db/client'
import type { MergeRecord } from '@chung-tay/domain/children/merge'
import { fromDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { shown, standing } from './present.ts'

const whole = {
  ...shown,
  consents: true,
  dataRequests: true,
  giftLines: {
    include: { giftList: { select: { name: true, status: true, campaignId: true, giftKindId: true } }, handOut: { select: { id: true } } },
  },
  nominations: { include: { campaign: { select: { year: true } } } },
} as const satisfies Prisma.ChildInclude
export type WholeChild = Prisma.ChildGetPayload<{ include: typeof whole }>

/** Holds the children and their lines until the transaction ends; always in the same order, so that two merges never wait for each other. */
export const holdChildren = async (db: Db, ids: readonly string[]): Promise<void> => {
  await db.$queryRaw`SELECT FROM "Child" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  await db.$queryRaw`SELECT FROM "GiftListLine" WHERE "childId" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** A child with all that hangs on it, as it is under the lock. */
export const loadWhole = async (db: Db, id: string): Promise<WholeChild> =>
  found(await db.child.findFirst({ where: { id, ...standing }, include: whole }))

export const recordOf = (child: WholeChild): MergeRecord => ({
  guardians: child.guardians.map(({ employeeId, relation }) => ({ employeeId, relation })),
  consents: child.consents.map(({ id, purpose, givenOn, withdrawnOn }) => ({
    id,
    purpose,
    givenOn: fromDbDate(givenOn),
    withdrawnOn: withdrawnOn && fromDbDate(withdrawnOn),
  })),
  lines: child.giftLines.map(({ id, giftListId, giftList, excluded, handOut }) => ({
    id,
    listId: giftListId,
    gift: `${giftList.campaignId} ${giftList.giftKindId}`,
    listName: giftList.name,
    listStatus: giftList.status,
    excluded,
    handedOut: handOut !== null,
  })),
  nominations: child.nominations.map(({ id, campaignId, campaign, status }) => ({ id, campaignId, year: campaign.year, status })),
})
