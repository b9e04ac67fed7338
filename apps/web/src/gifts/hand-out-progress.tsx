import type { GiftListRecord } from '@chung-tay/contracts/gifts'
import { type GiftProgress, handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { formatCount } from '../ui/format.ts'
import { DateTime, StatusBadge } from '../ui/texts.tsx'

const pause = 4_000

/** What is handed out, read again every few seconds while the desks are at work and the page is looked at. */
export const useGiftProgress = ({ id, status }: GiftListRecord) =>
  useQuery({
    ...queryOf(handOuts.progress, { params: { id } }),
    enabled: status === 'approved' || status === 'closed',
    ...(status === 'approved' && { refetchInterval: pause }),
  })

const UnitRow = ({ unitName, given, total }: GiftProgress['units'][number]) => (
  <div>
    <Group justify="space-between" gap="xs" wrap="nowrap" mb={2}>
      <Text size="sm" truncate>
        {unitName}
      </Text>
      <Text size="sm" fw={600} className="figures">
        {formatCount(given)}/{formatCount(total)}
      </Text>
    </Group>
    <Progress value={total === 0 ? 0 : (given / total) * 100} aria-label={unitName} {...(given === total && { color: 'leaf' })} />
  </div>
)

/** By unit, and the last hand-outs; no child is named here. */
export const HandOutProgress = ({ list, progress }: { list: GiftListRecord; progress: GiftProgress }) => {
  const { t } = useLingui()
  const { units, last } = progress
  return (
    <Card withBorder mb="md" component="section" aria-label={t`Tiến độ trao quà`}>
      <Group gap="xs" mb="sm">
        <Title order={2} fz="lg">
          <Trans>Tiến độ trao quà</Trans>
        </Title>
        {list.status === 'approved' && <StatusBadge tone="active">{t`tự cập nhật`}</StatusBadge>}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="xs">
          {units.map((unit) => (
            <UnitRow key={unit.unitId} {...unit} />
          ))}
        </Stack>
        <div>
          <Title order={3} fz="sm" mb={4}>
            <Trans>Vừa trao</Trans>
          </Title>
          {last.length === 0 && (
            <Text size="sm" c="dimmed">
              <Trans>Chưa trao suất nào.</Trans>
            </Text>
          )}
          <Stack gap={4}>
            {last.map(({ id, unitName, at, by }) => (
              <Text key={id} size="sm">
                <DateTime value={at} /> – {unitName}, <Trans>{by} trao</Trans>
              </Text>
            ))}
          </Stack>
        </div>
      </SimpleGrid>
    </Card>
  )
}
