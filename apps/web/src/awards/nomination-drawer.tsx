import { type NominationDetail, nominations } from '@chung-tay/contracts/nominations'
import { useLingui } from '@lingui/react/macro'
import { Alert, Group, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { FileBoard } from '../ui/file-board.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, Money } from '../ui/texts.tsx'
import { levelLabels, NominationBadge, nominationLabels } from './award-labels.tsx'
import { ChecksList } from './checks-list.tsx'
import { NominationActions } from './nomination-actions.tsx'
import { EditNomination } from './nomination-form.tsx'

type Props = { nomination: NominationDetail }

const useDecision = ({ decisionId, decisionNumber, status }: NominationDetail): Fact[] => {
  const { t } = useLingui()
  const can = useCan()
  const { year } = useCampaign()
  if (decisionId === null) return []
  const text = status === 'decided' ? t`Quyết định số ${decisionNumber ?? '…'}` : t`Dự thảo quyết định`
  const link = placeOf({ to: '/$year/decisions/$decisionId', params: { year, decisionId } })
  return [{ label: t`Quyết định`, value: can('read AwardDecision') ? <PlaceAnchor link={link}>{text}</PlaceAnchor> : text }]
}

const NominationFacts = ({ nomination }: Props) => {
  const { t } = useLingui()
  const decision = useDecision(nomination)
  const guardians = nomination.child.guardians.map(({ name, unitName }) => `${name} (${unitName})`).join(', ')
  return (
    <Facts
      facts={[
        { label: t`Mức khen thưởng`, value: nomination.tierName },
        { label: t`Số tiền thưởng`, value: <Money value={nomination.amount} /> },
        { label: t`Cấp học`, value: levelLabels()[nomination.schoolLevel] },
        { label: t`Lớp`, value: nomination.className },
        { label: t`Trường`, value: nomination.school, wide: true },
        { label: t`Thành tích`, value: nomination.achievement, wide: true },
        { label: t`Con của`, value: guardians || '–', wide: true },
        { label: t`Đơn vị đề nghị`, value: nomination.unitName },
        { label: t`Gửi lúc`, value: <DateTime value={nomination.createdAt} /> },
        ...decision,
      ]}
    />
  )
}

const Body = ({ nomination, onEdit }: Props & { onEdit: () => void }) => {
  const { t } = useLingui()
  const { status, reviewReason } = nomination
  return (
    <Stack gap="md">
      <Group>
        <NominationBadge status={status} />
      </Group>
      {reviewReason !== null && (status === 'returned' || status === 'rejected') && (
        <Alert color={status === 'returned' ? 'stamen' : 'red'} title={status === 'returned' ? t`Cần bổ sung` : t`Lý do không duyệt`}>
          {reviewReason}
        </Alert>
      )}
      <NominationActions nomination={nomination} onEdit={onEdit} />
      <NominationFacts nomination={nomination} />
      <Stack gap="xs" component="section">
        <Title order={3} fz="sm">{t`Minh chứng`}</Title>
        <FileBoard label={t`Minh chứng`} files={nomination.files} empty={t`Chưa có minh chứng.`} />
      </Stack>
      {nomination.checks.length > 0 && <ChecksList checks={nomination.checks} namesakes={nomination.namesakes} />}
      <History subject="Nomination" id={nomination.id} words={{ ...nominationLabels(), ...levelLabels() }} />
    </Stack>
  )
}

/** One nomination beside its list. */
export const NominationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const query = useQuery(queryOf(nominations.get, { params: { id } }))
  if (editing && query.data) return <EditNomination nomination={query.data} onClose={() => setEditing(false)} />
  return (
    <RecordDrawer title={query.data?.childName ?? t`Đề nghị khen thưởng`} onClose={onClose}>
      <Answer query={query}>{(nomination) => <Body nomination={nomination} onEdit={() => setEditing(true)} />}</Answer>
    </RecordDrawer>
  )
}
