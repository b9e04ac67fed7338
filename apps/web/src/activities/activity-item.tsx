import type { ActivityRecord } from '@chung-tay/contracts/activities'
import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Box, Group, Progress, Stack, Text } from '@mantine/core'
import { useCan } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { StatusBadge } from '../ui/texts.tsx'
import classes from './activity-item.module.css'

const namesOf = ({ units }: ActivityRecord, part: 'lead' | 'support') =>
  units
    .filter((unit) => unit.part === part)
    .map(({ name }) => name)
    .join(', ')

const Units = ({ activity }: { activity: ActivityRecord }) => {
  const [lead, support] = [namesOf(activity, 'lead'), namesOf(activity, 'support')]
  if (lead === '' && support === '') {
    return (
      <StatusBadge tone="warn">
        <Trans>Chưa phân công đơn vị</Trans>
      </StatusBadge>
    )
  }
  return (
    <Text size="sm" c="dimmed">
      {lead !== '' && <Trans>Chủ trì: {lead}.</Trans>} {support !== '' && <Trans>Phối hợp: {support}.</Trans>}
    </Text>
  )
}

type Place = { activity: ActivityRecord; year: number }

const tasksOf = ({ activity, year }: Place, search: object) =>
  placeOf({ to: '/$year/tasks', params: { year }, search: { activityId: activity.id, ...search } })

const Done = ({ activity, year }: Place) => {
  const { t } = useLingui()
  const { total, accepted, late } = activity.tasks
  const text = t`${accepted}/${total} nhiệm vụ hoàn thành`
  const mayRead = useCan()('read Task')
  return (
    <Group gap="xs">
      <Progress value={(accepted / total) * 100} w={{ base: 64, xs: 120 }} aria-label={text} />
      <Text size="sm">{mayRead ? <PlaceAnchor link={tasksOf({ activity, year }, {})}>{text}</PlaceAnchor> : text}</Text>
      {late > 0 && (
        <StatusBadge tone="bad">
          <Trans>{late} trễ hạn</Trans>
        </StatusBadge>
      )}
    </Group>
  )
}

type ItemProps = Place & {
  /** The clause as the plan writes it here: "1." under its heading. */
  mark: string
  mayAssign: boolean
  onEdit: (() => void) | undefined
}

/** One promise of the plan: its words, who answers for it, how far it is. */
export const ActivityItem = ({ activity, year, mark, mayAssign, onEdit }: ItemProps) => (
  <Box className={classes.item ?? ''} id={activity.clause}>
    <Text>
      <b>{mark}</b> {activity.title}
    </Text>
    {activity.description !== '' && <Text className={classes.description ?? ''}>{activity.description}</Text>}
    <Stack gap={4} mt={4} align="flex-start">
      <Units activity={activity} />
      <Group gap="md" className="no-print">
        {activity.tasks.total > 0 && <Done activity={activity} year={year} />}
        {mayAssign && activity.tasks.total === 0 && (
          <Text size="sm">
            <PlaceAnchor link={tasksOf({ activity, year }, { open: 'new' })}>
              <Trans>Giao nhiệm vụ</Trans>
            </PlaceAnchor>
          </Text>
        )}
        {onEdit && (
          <Anchor component="button" type="button" size="sm" onClick={onEdit}>
            <Trans>Sửa</Trans>
          </Anchor>
        )}
      </Group>
    </Stack>
  </Box>
)
