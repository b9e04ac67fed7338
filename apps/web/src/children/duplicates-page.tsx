import { type ChildRecord, children } from '@chung-tay/contracts/children'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { highestScore, likelihoodOf } from '@chung-tay/domain/children/duplicates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { guardiansText, likelihoodLabels, likenessLabels } from './child-labels.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MergedList } from './merged-list.tsx'

type Pair = OutputOf<typeof children.duplicatePairs>['items'][number]

const Side = ({ child }: { child: ChildRecord }) => {
  const { year } = useCampaign()
  return (
    <div>
      <PlaceAnchor link={placeOf({ to: '/$year/children', params: { year }, search: { open: child.id } })}>{child.name}</PlaceAnchor>
      <Text size="sm">
        <Day value={child.birthDate} />
      </Text>
      <Text size="sm">{guardiansText(child.guardians)}</Text>
      <Text size="xs" c="dimmed">
        {[child.unitName, child.school, child.className].filter(Boolean).join(', ')}
      </Text>
    </div>
  )
}

const PairCard = ({ pair }: { pair: Pair }) => {
  const { t } = useLingui()
  const can = useCan()
  const { first, second, reasons, score } = pair
  const [merging, setMerging] = useState(false)
  const likelihood = likelihoodOf(score)
  const different = useAction(children.different, { done: t`Đã ghi nhớ: hai cháu khác nhau` })
  return (
    <Card withBorder component="section" aria-label={`${first.name}, ${second.name}`}>
      <Group gap="xs" mb="xs" justify="space-between">
        <Text size="sm" c="dimmed">
          <Trans>Giống ở: {reasons.map((reason) => likenessLabels()[reason]).join(', ')}</Trans>
        </Text>
        <StatusBadge tone={likelihood === 'veryHigh' ? 'bad' : 'warn'}>
          {t`Khả năng trùng: ${likelihoodLabels()[likelihood]} (${score}/${highestScore})`}
        </StatusBadge>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Side child={first} />
        <Side child={second} />
      </SimpleGrid>
      <Group justify="flex-end" mt="sm" gap="xs">
        <Button
          variant="default"
          loading={different.isPending}
          onClick={() => different.mutate({ params: { id: first.id }, body: { otherId: second.id }, version: first.version })}
        >
          <Trans>Là hai cháu khác nhau</Trans>
        </Button>
        {can('merge Child') && (
          <Button onClick={() => setMerging(true)}>
            <Trans>Gộp hồ sơ…</Trans>
          </Button>
        )}
      </Group>
      {merging && <MergeDialog first={first} second={second} onClose={() => setMerging(false)} />}
    </Card>
  )
}

/** Children who may have been entered by both parents: merged, or remembered as two. */
export const DuplicatesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const pairs = useQuery(queryOf(children.duplicatePairs, {}))
  return (
    <>
      <PageTitle
        title={t`Hồ sơ có thể trùng`}
        description={t`Thường do cả bố và mẹ cùng nhập. Nếu là một cháu thì gộp; nếu không, ghi nhận là hai cháu để không hỏi lại.`}
      />
      <Answer query={pairs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCopyCheck} title={t`Không có hồ sơ nào giống nhau`} hint={t`Mỗi cháu đang có một hồ sơ.`} />
          ) : (
            <Stack>
              {items.map((pair) => (
                <PairCard key={`${pair.first.id} ${pair.second.id}`} pair={pair} />
              ))}
            </Stack>
          )
        }
      </Answer>
      {can('merge Child') && <MergedList />}
    </>
  )
}
