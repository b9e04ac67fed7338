import { type ChildRecord, children } from '@chung-tay/contracts/children'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Day } from '../ui/texts.tsx'
import { guardiansText, likenessLabels } from './child-labels.ts'

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
  const { first, second, reasons } = pair
  const different = useAction(children.different, { done: t`Đã ghi nhớ: hai cháu khác nhau` })
  return (
    <Card withBorder component="section" aria-label={`${first.name}, ${second.name}`}>
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>Giống ở: {reasons.map((reason) => likenessLabels()[reason]).join(', ')}</Trans>
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Side child={first} />
        <Side child={second} />
      </SimpleGrid>
      <Group justify="flex-end" mt="sm">
        <Button
          variant="default"
          loading={different.isPending}
          onClick={() => different.mutate({ params: { id: first.id }, body: { otherId: second.id }, version: first.version })}
        >
          <Trans>Là hai cháu khác nhau</Trans>
        </Button>
      </Group>
    </Card>
  )
}

/** Children who may have been entered by both parents: one of the two is kept, the other no longer followed. */
export const DuplicatesPage = () => {
  const { t } = useLingui()
  const pairs = useQuery(queryOf(children.duplicatePairs, {}))
  return (
    <>
      <PageTitle
        title={t`Hồ sơ có thể trùng`}
        description={t`Nếu là một cháu: mở một hồ sơ, thêm người giám hộ thứ hai; mở hồ sơ kia và bỏ chọn “Đang theo dõi”.`}
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
    </>
  )
}
