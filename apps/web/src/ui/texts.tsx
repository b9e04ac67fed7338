import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { Badge, type BadgeProps, Mark, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatCount, formatMoment, formatMoney } from './format.ts'
import { matchesOf } from './search.ts'

/** Whole đồng as `1.234.567 đ`, in figures of one width; nothing known is a dash. */
export const Money = ({ value }: { value: number | null | undefined }) => (
  <span className="figures">{value === null || value === undefined ? '–' : formatMoney(value)}</span>
)

/** A count as `1.234`. */
export const Count = ({ value }: { value: number }) => <span className="figures">{formatCount(value)}</span>

/** A calendar day as dd/mm/yyyy. */
export const Day = ({ value }: { value: IsoDate | null | undefined }) =>
  value ? (
    <time className="figures" dateTime={value}>
      {formatDay(value)}
    </time>
  ) : (
    <span>–</span>
  )

/** A moment as dd/mm/yyyy hh:mm, Vietnamese time. */
export const DateTime = ({ value }: { value: Date | null | undefined }) =>
  value ? (
    <time className="figures" dateTime={value.toISOString()}>
      {formatMoment(value)}
    </time>
  ) : (
    <span>–</span>
  )

/** A person with what tells them from another of the same name: the unit, the code, the birth date. */
export const PersonName = ({ name, note }: { name: ReactNode; note?: ReactNode }) => (
  <span>
    <Text component="span" inherit fw={500}>
      {name}
    </Text>
    {note !== undefined && note !== null && (
      <Text component="span" display="block" size="xs" c="dimmed" fw={400}>
        {note}
      </Text>
    )}
  </span>
)

/** neutral: nothing yet; active: under way; good: done; warn: needs somebody; bad: late, refused, void. */
export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'
const colours: Record<Tone, string> = { neutral: 'gray', active: 'blue', good: 'leaf', warn: 'stamen', bad: 'red' }

/** A status in a word and a tone, readable in light and dark. */
export const StatusBadge = ({ tone, children, ...rest }: { tone: Tone; children: ReactNode } & BadgeProps) => (
  <Badge className="status" variant="light" tt="none" fw={600} miw="max-content" color={colours[tone]} data-tone={tone} {...rest}>
    {children}
  </Badge>
)

/** Marks where a text matches what was searched, without regard to marks and đ/d. */
export const Highlight = ({ text, search }: { text: string; search: string | undefined }) => {
  if (!search) return text
  return matchesOf(text, search).map(({ part, hit, at }) => (hit ? <Mark key={at}>{part}</Mark> : <span key={at}>{part}</span>))
}
