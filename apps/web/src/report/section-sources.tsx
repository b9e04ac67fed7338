import { activities } from '@chung-tay/contracts/activities'
import { tasks } from '@chung-tay/contracts/tasks'
import { isUsed } from '@chung-tay/domain/report/used'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { StatusBadge } from '../ui/texts.tsx'

/** What the units reported for this part of the plan, to be merged into the text. */
export const SectionSources = ({ clause, text, onInsert }: { clause: string; text: string; onInsert: (words: string) => void }) => {
  const { t } = useLingui()
  const { id, year } = useCampaign()
  const plan = useQuery(queryOf(activities.list, { params: { campaignId: id }, query: { limit: 200 } }))
  const activityId = plan.data?.items.find((one) => one.clause === clause)?.id
  const reported = useQuery({
    ...queryOf(tasks.list, { params: { campaignId: id }, query: { activityId: activityId ?? '', status: 'accepted', limit: 200 } }),
    enabled: activityId !== undefined,
  })
  const items = (reported.data?.items ?? []).filter(({ result }) => result !== '')
  if (items.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={t`Kết quả các đơn vị báo cáo`}>
      <Text size="sm" fw={500}>
        <Trans>Kết quả các đơn vị báo cáo</Trans>
      </Text>
      {items.map((task) => (
        <Paper key={task.id} withBorder p="xs">
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text size="xs" c="dimmed">
                {task.unitName} –{' '}
                <PlaceAnchor link={placeOf({ to: '/$year/tasks/$taskId', params: { year, taskId: task.id }, search: {} })}>{task.title}</PlaceAnchor>
              </Text>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {task.result}
              </Text>
            </div>
            <Stack gap={4} align="flex-end">
              <StatusBadge tone={isUsed(task.result, text) ? 'good' : 'neutral'}>{isUsed(task.result, text) ? t`Đã dùng` : t`Chưa dùng`}</StatusBadge>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconArrowBackUp size={14} aria-hidden />}
                onClick={() => onInsert(`${task.unitName}: ${task.result}`)}
              >
                <Trans>Chèn</Trans>
              </Button>
            </Stack>
          </Group>
        </Paper>
      ))}
    </Stack>
  )
}
