import { Plural, Trans } from '@lingui/react/macro'
import { SimpleGrid, Text } from '@mantine/core'
import type { LinkProps } from '@tanstack/react-router'
import { FigureCard } from './states.tsx'
import { Count, Money } from './texts.tsx'

/** The amount of a paper; that of a voided one is struck through, since it no longer counts. */
export const StandingMoney = ({ value, status }: { value: number; status: 'recorded' | 'voided' }) => (
  <Text component="span" inherit {...(status === 'voided' && { td: 'line-through', c: 'dimmed' })}>
    <Money value={value} />
  </Text>
)

type Sums = { total: number; amount: number; voided: number; voidedAmount: number }
type StandingTotalsProps = { sums: Sums; label: string; note?: string; countLabel: string; voidedLink: LinkProps }

/** Sum and count of exactly what the filter shows; what was voided stands beside them and is in neither. */
export const StandingTotals = ({ sums, label, note, countLabel, voidedLink }: StandingTotalsProps) => (
  <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mb="md">
    <FigureCard label={label} value={<Money value={sums.amount} />} note={note} />
    <FigureCard label={countLabel} value={<Count value={sums.total - sums.voided} />} />
    {sums.voided > 0 && (
      <FigureCard
        label={<Trans>Đã hủy</Trans>}
        value={<Money value={sums.voidedAmount} />}
        note={<Plural value={sums.voided} other="# phiếu, không tính vào tổng" />}
        link={voidedLink}
      />
    )}
  </SimpleGrid>
)
