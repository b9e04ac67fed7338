import { DomainError } from '../errors.ts'
import { foldText } from '../text.ts'

/** Ban Giám đốc, Văn phòng, phòng chuyên môn, đơn vị trực thuộc, Công đoàn */
export const unitKinds = ['leadership', 'office', 'division', 'subordinate', 'union'] as const
export type UnitKind = (typeof unitKinds)[number]

/** A unit's name as two people write it alike: without marks, punctuation and capitals; & is "và". */
export const unitKey = (name: string): string =>
  foldText(name.replaceAll('&', ' và '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

type Head = { unitId: string; active: boolean; name: string }

/**
 * A unit is headed by one of its own people.
 * @throws DomainError HEAD_OUTSIDE_UNIT with { name, field }
 */
export const checkHead = (unitId: string, head: Head): void => {
  if (head.unitId !== unitId || !head.active) throw new DomainError('HEAD_OUTSIDE_UNIT', { name: head.name, field: 'headId' })
}

/**
 * Who heads a unit neither leaves it nor retires before another head is named.
 * @throws DomainError STILL_HEAD with { units }
 */
export const checkMayLeave = (headed: readonly { id: string; name: string }[], next: { unitId: string; active: boolean }): void => {
  const left = headed.filter((unit) => unit.id !== next.unitId || !next.active)
  if (left.length > 0) throw new DomainError('STILL_HEAD', { units: left.map((unit) => unit.name) })
}
