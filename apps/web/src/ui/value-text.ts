import { formatDay } from '@chung-tay/domain/dates'
import { t } from '@lingui/core/macro'
import { formatCount, formatMoment } from './format.ts'

const whole = /^\d{4}-\d\d-\d\d$/
const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Any value of a record's history as people write it: days, moments, numbers, yes and no, lists. */
export const valueText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? t`có` : t`không`
  if (typeof value === 'number') return formatCount(value)
  if (typeof value === 'string') return whole.test(value) ? formatDay(value) : moment.test(value) ? formatMoment(new Date(value)) : value
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ')
  return Object.values(value).map(valueText).join(' · ')
}
