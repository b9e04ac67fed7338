import { type ConfirmationRecord, confirmations } from '@chung-tay/contracts/confirmations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Box, Group, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'

/** How many units stand by their figures; what changed since counts no more. The sentence says it, the bar shows it. */
export const CompletenessBar = ({ items }: { items: readonly ConfirmationRecord[] }) => {
  const locked = items.filter(({ status, changes }) => status === 'locked' && changes.length === 0).length
  const confirmed = items.filter(({ status, changes }) => status === 'confirmed' && changes.length === 0).length
  const share = (count: number) => (items.length === 0 ? 0 : (count / items.length) * 100)
  const [done, all] = [locked + confirmed, items.length]
  return (
    <Box>
      <Group justify="space-between" mb={4} gap="xs">
        <Text size="sm" fw={600}>
          <Trans>
            {done}/{all} đơn vị đã xác nhận số liệu
          </Trans>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>trong đó {locked} đã khóa</Trans>
        </Text>
      </Group>
      <Progress.Root size="lg" aria-hidden>
        <Progress.Section withAria={false} value={share(locked)} color="leaf.7" />
        <Progress.Section withAria={false} value={share(confirmed)} color="leaf.4" />
      </Progress.Root>
    </Box>
  )
}

/** On the report: how complete its figures are, and the way to who is missing. */
export const Completeness = () => {
  const { t } = useLingui()
  const { id, year } = useCampaign()
  const can = useCan()
  const query = useQuery({ ...queryOf(confirmations.list, { params: { campaignId: id } }), enabled: can('read FigureConfirmation') })
  if (!query.data) return null
  return (
    <Box mb="md">
      <CompletenessBar items={query.data.items} />
      <Text size="sm" mt={4} className="no-print">
        <PlaceAnchor link={placeOf({ to: '/$year/unit-figures', params: { year } })}>{t`Xem từng đơn vị`}</PlaceAnchor>
      </Text>
    </Box>
  )
}
