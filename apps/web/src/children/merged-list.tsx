import { childMerges } from '@chung-tay/contracts/child-merges'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { DateTime } from '../ui/texts.tsx'

type Merge = OutputOf<typeof childMerges.list>['items'][number]

const MergedRow = ({ merge }: { merge: Merge }) => {
  const { t } = useLingui()
  const undo = useAction(childMerges.undo, { done: t`Đã tách lại thành hai hồ sơ như trước` })
  return (
    <Card withBorder padding="sm" component="li" aria-label={merge.kept.name}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm" fw={600}>
            {merge.goneName === merge.kept.name ? merge.kept.name : t`${merge.goneName} gộp vào ${merge.kept.name}`}
          </Text>
          <Text size="xs" c="dimmed">
            {merge.mergedByName}, <DateTime value={merge.mergedAt} />
          </Text>
          {merge.twice.gifts.length > 0 && (
            <Text size="xs" c="var(--mantine-color-error)">
              <Trans>Đã nhận quà hai lần: {merge.twice.gifts.join(', ')}</Trans>
            </Text>
          )}
        </div>
        <Button
          size="compact-sm"
          variant="default"
          loading={undo.isPending}
          aria-label={t`Hoàn tác gộp ${merge.kept.name}`}
          onClick={() => undo.mutate({ params: { id: merge.id }, version: merge.version })}
        >
          <Trans>Hoàn tác</Trans>
        </Button>
      </Group>
    </Card>
  )
}

/** What was merged and can still be taken back; nothing at all when there is none. */
export const MergedList = () => {
  const merges = useQuery(queryOf(childMerges.list, {}))
  if (!merges.data || merges.data.items.length === 0) return null
  return (
    <section>
      <Title order={2} fz="h4" mt="xl" mb="xs">
        <Trans>Đã gộp</Trans>
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {merges.data.items.map((merge) => (
          <MergedRow key={merge.id} merge={merge} />
        ))}
      </Stack>
    </section>
  )
}
