import { type EventDetail, events } from '@chung-tay/contracts/events'
import { type EventAction, eventTransitions } from '@chung-tay/domain/events/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Title } from '@mantine/core'
import { IconCalendarCheck, IconEdit, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mutationOf, queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { FileBoard } from '../ui/file-board.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count, Day, Money, StatusBadge } from '../ui/texts.tsx'
import { useUploads } from '../ui/uploads.tsx'
import { EditEvent } from './event-form.tsx'
import { eventKindLabels, eventStatusLabels, eventTones } from './event-labels.ts'
import { HoldForm } from './hold-form.tsx'

type Mode = 'edit' | 'hold'

const CancelButton = ({ event }: { event: EventDetail }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const cancel = useAction(events.cancel, { done: t`Đã hủy hoạt động`, onDone: () => setAsked(false) })
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {t`Hủy hoạt động`}
      </Button>
      {asked && (
        <ReasonDialog
          title={t`Hủy “${event.name}”?`}
          confirmLabel={t`Hủy hoạt động`}
          pending={cancel.isPending}
          onClose={() => setAsked(false)}
          onReason={(reason) => cancel.mutate({ params: { id: event.id }, version: event.version, body: { reason } })}
        />
      )}
    </>
  )
}

const useFacts = (event: EventDetail): Fact[] => {
  const { t } = useLingui()
  const plan: Fact[] = [
    { label: t`Loại`, value: eventKindLabels()[event.kind] },
    { label: t`Ngày tổ chức`, value: <Day value={event.heldOn} /> },
    { label: t`Đơn vị tổ chức`, value: event.unitName },
    { label: t`Địa điểm`, value: event.place },
  ]
  if (event.status !== 'held') return plan
  return [
    ...plan,
    { label: t`Số người tham gia`, value: <Count value={event.participants} /> },
    { label: t`Trong đó trẻ em`, value: <Count value={event.childrenReached} /> },
    { label: t`Kinh phí`, value: <Money value={event.cost} /> },
    { label: t`Sự cố`, value: event.incidents === 0 ? t`Không có` : <Count value={event.incidents} /> },
    ...(event.incidentNote ? [{ label: t`Diễn biến và cách xử lý sự cố`, value: event.incidentNote, wide: true }] : []),
    ...(event.summary ? [{ label: t`Tóm tắt kết quả`, value: event.summary, wide: true }] : []),
  ]
}

const EventBody = ({ event, onMode }: { event: EventDetail; onMode: (mode: Mode) => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const facts = useFacts(event)
  const attach = useMutation(mutationOf(events.attach))
  const uploads = useUploads((file) => attach.mutateAsync({ params: { id: event.id }, body: { fileIds: [file.id] } }))
  const may = useCampaign().status !== 'closed' && can('update Event', event)
  const moves = (action: EventAction) => may && mayAdvance(eventTransitions, event.status, action)
  return (
    <Stack gap="md">
      <Group>
        <StatusBadge tone={eventTones[event.status]}>{eventStatusLabels()[event.status]}</StatusBadge>
      </Group>
      {event.cancelReason !== null && (
        <Alert color="red" title={t`Lý do hủy`}>
          {event.cancelReason}
        </Alert>
      )}
      <Group gap="xs" className="no-print">
        {moves('hold') && (
          <Button
            leftSection={<IconCalendarCheck size={16} aria-hidden />}
            {...(event.status === 'held' && { variant: 'default' })}
            onClick={() => onMode('hold')}
          >
            {event.status === 'held' ? t`Sửa kết quả` : t`Ghi nhận đã tổ chức`}
          </Button>
        )}
        {moves('revise') && (
          <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => onMode('edit')}>
            {t`Sửa`}
          </Button>
        )}
        {moves('cancel') && <CancelButton event={event} />}
      </Group>
      <Facts facts={facts} />
      {(moves('attach') || event.files.length > 0) && (
        <Stack gap="xs" component="section">
          <Title order={3} fz="sm">{t`Ảnh, tài liệu`}</Title>
          <FileBoard
            label={t`Ảnh, tài liệu`}
            files={event.files}
            empty={t`Chưa có ảnh hoặc tài liệu.`}
            uploads={moves('attach') ? uploads : undefined}
          />
        </Stack>
      )}
      <History subject="Event" id={event.id} words={{ ...eventStatusLabels(), ...eventKindLabels() }} />
    </Stack>
  )
}

/** One event beside its list. */
export const EventDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const [mode, setMode] = useState<Mode | null>(null)
  const query = useQuery(queryOf(events.get, { params: { id } }))
  const back = () => setMode(null)
  if (mode === 'edit' && query.data) return <EditEvent event={query.data} onClose={back} />
  if (mode === 'hold' && query.data) return <HoldForm event={query.data} onClose={back} />
  return (
    <RecordDrawer title={query.data?.name ?? t`Hoạt động, sự kiện`} onClose={onClose}>
      <Answer query={query}>{(event) => <EventBody event={event} onMode={setMode} />}</Answer>
    </RecordDrawer>
  )
}
