import type { Relation } from '../children/guardians.ts'
import { formatDay, type IsoDate } from '../dates.ts'

export type Sex = 'female' | 'male'
export type SchoolLevel = 'preschool' | 'primary' | 'lowerSecondary' | 'upperSecondary'

/** Who belongs on a gift list: every condition must hold. Ages are completed years on `asOf`. */
export type GiftRule = {
  asOf: IsoDate
  /** From so many years on; 0 sets no bound. */
  minAge: number
  underAge: number
  /** A parent was employed on that day; null asks for one who is employed now. */
  employedOn: IsoDate | null
  /** A parent of one of these units; empty asks for none. */
  unitIds: readonly string[]
  /** Only children with special circumstances. */
  specialOnly: boolean
  sex: Sex | null
  /** Empty asks for none. */
  schoolLevels: readonly SchoolLevel[]
}

/** What a new list asks for beside its age. */
export const noFurtherConditions = { minAge: 0, employedOn: null, unitIds: [], specialOnly: false, sex: null, schoolLevels: [] } as const

export type RuleCondition =
  | { condition: 'age'; minAge: number; underAge: number; asOf: IsoDate }
  | { condition: 'employed'; on: IsoDate | null }
  | { condition: 'unit'; names: readonly string[] }
  | { condition: 'special' }
  | { condition: 'sex'; sex: Sex }
  | { condition: 'level'; levels: readonly SchoolLevel[] }

/** A rule as the conditions that it really sets, in the order in which they are read out. */
export const conditionsOf = (rule: GiftRule, unitNames: readonly string[]): RuleCondition[] => [
  { condition: 'age', minAge: rule.minAge, underAge: rule.underAge, asOf: rule.asOf },
  { condition: 'employed', on: rule.employedOn },
  ...(rule.unitIds.length > 0 ? [{ condition: 'unit' as const, names: unitNames }] : []),
  ...(rule.specialOnly ? [{ condition: 'special' as const }] : []),
  ...(rule.sex === null ? [] : [{ condition: 'sex' as const, sex: rule.sex }]),
  ...(rule.schoolLevels.length > 0 ? [{ condition: 'level' as const, levels: rule.schoolLevels }] : []),
]

const levels: Record<SchoolLevel, string> = { preschool: 'mầm non', primary: 'tiểu học', lowerSecondary: 'THCS', upperSecondary: 'THPT' }

const phraseOf = (one: RuleCondition): string => {
  switch (one.condition) {
    case 'age':
      return one.minAge > 0
        ? `Từ ${one.minAge} đến dưới ${one.underAge} tuổi vào ngày ${formatDay(one.asOf)}`
        : `Dưới ${one.underAge} tuổi vào ngày ${formatDay(one.asOf)}`
    case 'employed':
      return one.on === null
        ? 'có bố, mẹ hoặc người giám hộ đang công tác tại cơ quan'
        : `có bố, mẹ hoặc người giám hộ công tác tại cơ quan vào ngày ${formatDay(one.on)}`
    case 'unit':
      return `thuộc ${one.names.join(', ')}`
    case 'special':
      return 'có hoàn cảnh cần quan tâm'
    case 'sex':
      return one.sex === 'female' ? 'là cháu gái' : 'là cháu trai'
    case 'level':
      return `cấp học: ${one.levels.map((level) => levels[level]).join(', ')}`
  }
}

/**
 * A rule in words for paper, e.g. `Dưới 16 tuổi vào ngày 01/06/2021; có bố … tại cơ quan vào ngày 15/05/2021.`
 * Circumstances are left out: a list that goes from hand to hand must not say that every child on it is in need.
 */
export const ruleOnPaper = (rule: GiftRule, unitNames: readonly string[]): string =>
  `${conditionsOf(rule, unitNames)
    .filter(({ condition }) => condition !== 'special')
    .map(phraseOf)
    .join('; ')}.`

/** What is known of a parent's time at the agency; an open bound is unknown. */
export type Employment = { relation: Relation; active: boolean; employedFrom: IsoDate | null; employedUntil: IsoDate | null }

/** Whether somebody was employed on a day, or is now for null. Without dates, who is employed now was so always, and who has left never. */
export const isEmployedOn = ({ active, employedFrom, employedUntil }: Employment, day: IsoDate | null): boolean => {
  if (day === null) return active
  return (employedFrom === null || employedFrom <= day) && (employedUntil === null ? active : day <= employedUntil)
}
