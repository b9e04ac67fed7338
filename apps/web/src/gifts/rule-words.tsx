import type { GiftListRecord } from '@chung-tay/contracts/gifts'
import { formatDay } from '@chung-tay/domain/dates'
import { conditionsOf, type RuleCondition } from '@chung-tay/domain/gifts/rule'
import { t } from '@lingui/core/macro'
import { schoolLevelLabels } from '../children/child-labels.ts'

const wordsOf = (one: RuleCondition): string => {
  if (one.condition === 'age') {
    const [from, under, day] = [one.minAge, one.underAge, formatDay(one.asOf)]
    return from > 0 ? t`Từ ${from} đến dưới ${under} tuổi vào ngày ${day}` : t`Dưới ${under} tuổi vào ngày ${day}`
  }
  if (one.condition === 'employed') {
    const day = one.on && formatDay(one.on)
    return day === null
      ? t`có bố, mẹ hoặc người giám hộ đang công tác tại cơ quan`
      : t`có bố, mẹ hoặc người giám hộ công tác tại cơ quan vào ngày ${day}`
  }
  if (one.condition === 'unit') {
    const names = one.names.join(', ')
    return t`thuộc ${names}`
  }
  if (one.condition === 'special') return t`có hoàn cảnh cần quan tâm`
  if (one.condition === 'sex') return one.sex === 'female' ? t`là cháu gái` : t`là cháu trai`
  const levels = one.levels.map((level) => schoolLevelLabels()[level]).join(', ')
  return t`cấp học: ${levels}`
}

/** The rule of a list read out: "Dưới 16 tuổi vào ngày 01/06/2021; có bố, mẹ … tại cơ quan". */
export const ruleText = (list: GiftListRecord): string => conditionsOf(list, list.unitNames).map(wordsOf).join('; ')
