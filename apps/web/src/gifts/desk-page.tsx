import type { OutputOf } from '@chung-tay/contracts/contract'
import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { type Family, handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { formatCount } from '../ui/format.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { DeskSearch } from './desk-search.tsx'
import { HandOver } from './hand-over.tsx'
import { deskRoute } from './routes.ts'

export type Given = OutputOf<typeof handOuts.create>

/** How far the desk is; other desks count too, so it is asked again by itself. */
const DeskProgress = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const desk = useQuery({ ...queryOf(handOuts.desk, { params: { id: list.id }, query: {} }), refetchInterval: 15_000 })
  const { given, total, stockOnHand } = desk.data?.progress ?? { given: list.handedOut, total: list.entitled, stockOnHand: list.stockOnHand }
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          <Trans>
            Đã trao {formatCount(given)}/{formatCount(total)}
          </Trans>
        </Text>
        <Text size="sm" c={stockOnHand < total - given ? 'var(--mantine-color-error)' : 'dimmed'}>
          <Trans>
            Trong kho còn {formatCount(stockOnHand)} {list.measure}
          </Trans>
        </Text>
      </Group>
      <Progress value={total === 0 ? 0 : (given / total) * 100} size="lg" aria-label={t`Tiến độ trao quà`} />
    </div>
  )
}

/** What this desk has given, as the server has written it. */
const Recent = ({ given }: { given: readonly Given[] }) => (
  <Stack gap={4} aria-live="polite">
    {given.map(({ id, childName, handOut }) => (
      <Group key={id} gap="xs">
        <StatusBadge tone="good">
          <Trans>Đã trao</Trans>
        </StatusBadge>
        <Text size="sm">
          <b>{childName}</b> – {handOut.collectorName}
          {handOut.proxyRelation !== null && ` (${handOut.proxyRelation})`}, <DateTime value={handOut.at} />
        </Text>
      </Group>
    ))}
  </Stack>
)

const Desk = ({ list }: { list: GiftListRecord }) => {
  const [family, setFamily] = useState<Family | null>(null)
  const [given, setGiven] = useState<readonly Given[]>([])
  const record = (one: Given) => setGiven((before) => [one, ...before].slice(0, 20))
  return (
    <Stack gap="md" maw={760}>
      <DeskProgress list={list} />
      {family === null ? (
        <DeskSearch listId={list.id} onChoose={setFamily} />
      ) : (
        <Card withBorder>
          <HandOver key={family.id} family={family} onGiven={record} onClose={() => setFamily(null)} />
        </Card>
      )}
      <Recent given={given} />
    </Stack>
  )
}

const NotOpen = ({ list }: { list: GiftListRecord }) => (
  <Alert color="stamen">
    {list.status === 'closed' ? (
      <Trans>Danh sách này đã kết thúc trao quà.</Trans>
    ) : (
      <Trans>Danh sách chưa được Lãnh đạo duyệt nên chưa trao quà được.</Trans>
    )}
  </Alert>
)

/** The hand-out desk: type a name, Enter, Enter, next. */
export const DeskPage = () => {
  const { t } = useLingui()
  const { giftListId } = deskRoute.useParams()
  const { year } = useCampaign()
  const list = useQuery(queryOf(giftLists.get, { params: { id: giftListId } }))
  return (
    <>
      <Group mb="xs">
        <PlaceAnchor link={placeOf({ to: '/$year/gift-lists/$giftListId', params: { year, giftListId } })}>
          <Group gap={4} component="span" fz="sm">
            <IconArrowLeft size={16} aria-hidden />
            {list.data?.name ?? t`Danh sách nhận quà`}
          </Group>
        </PlaceAnchor>
      </Group>
      <PageTitle title={t`Bàn trao quà`} />
      <Answer query={list}>{(data) => (data.status === 'approved' ? <Desk list={data} /> : <NotOpen list={data} />)}</Answer>
    </>
  )
}
