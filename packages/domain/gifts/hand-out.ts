import { DomainError } from '../errors.ts'

/** When a gift was handed over that is told of later: never after `now` nor before the list was approved, however wrong the device's clock. */
export const handedOutAt = (givenAt: Date | undefined, { now, approvedAt }: { now: Date; approvedAt: Date | null }): Date => {
  if (givenAt === undefined || givenAt > now) return now
  return approvedAt !== null && givenAt < approvedAt ? approvedAt : givenAt
}

/**
 * A hand-out is taken back by four eyes.
 * @throws DomainError UNDO_BY_ANOTHER when it is who gave it
 */
export const requireAnother = (userId: string, { handedOutById }: { handedOutById: string }): void => {
  if (userId === handedOutById) throw new DomainError('UNDO_BY_ANOTHER')
}

/**
 * What one person gave is not written in the name of another who has signed in at the same device since.
 * @throws DomainError GIVEN_BY_ANOTHER
 */
export const requireGiver = (userId: string, givenById: string | undefined): void => {
  if (givenById !== undefined && givenById !== userId) throw new DomainError('GIVEN_BY_ANOTHER')
}

/** What the stock card says of a gift that came back, or that is gone: given twice, or to a child that had been taken off its list. */
export const stockReason = {
  undone: (childName: string, reason: string): string => `Hủy lần trao cho cháu ${childName}: ${reason}`,
  second: (childName: string, reason: string): string => `Trao trùng cho cháu ${childName}: ${reason}`,
  offList: (listName: string, reason: string): string => `Đã trao cho cháu không còn trong danh sách “${listName}”: ${reason}`,
} as const
