import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { type DataRequestRecord, dataRequests } from '@chung-tay/contracts/data-requests'
import { requestKinds } from '@chung-tay/domain/children/requests'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { RequestClock } from './request-clock.tsx'
import { requestKindLabels, requestStatusLabels, requestTones } from './request-labels.ts'

type Kind = DataRequestRecord['kind']

const useHints = (): Record<Kind, string> => {
  const { t } = useLingui()
  return {
    copy: t`Xin cơ quan cấp bản sao trên giấy tất cả những gì đang lưu về cháu.`,
    correction: t`Dùng khi có chỗ sai mà bạn không tự sửa được, ví dụ trong danh sách hoặc đề nghị đã nộp.`,
    erasure: t`Xóa hồ sơ của cháu và mọi nơi có tên cháu. Chứng từ nhận quà, khen thưởng chỉ còn lại con số.`,
  }
}

const AskDialog = ({ child, kind, onClose }: { child: ChildRecord; kind: Kind; onClose: () => void }) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const ask = useAction(dataRequests.create, { done: t`Đã gửi yêu cầu đến Văn phòng`, onDone: onClose })
  return (
    <Dialog onClose={onClose} title={requestKindLabels()[kind]}>
      <Stack>
        <Text size="sm">{useHints()[kind]}</Text>
        <Textarea
          label={kind === 'correction' ? t`Chỗ nào sai, đúng ra là gì` : t`Ghi thêm (nếu cần)`}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          <Trans>Văn phòng trả lời trong 2 ngày làm việc và thực hiện trong 15 ngày.</Trans>
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Không</Trans>
          </Button>
          <Button
            loading={ask.isPending}
            disabled={kind === 'correction' && text.trim() === ''}
            onClick={() => ask.mutate({ params: { id: child.id }, body: { kind, text } })}
          >
            <Trans>Gửi yêu cầu</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

const RequestCard = ({ request }: { request: DataRequestRecord }) => {
  const kind = requestKindLabels()[request.kind]
  return (
    <Card withBorder padding="sm" component="li" aria-label={kind}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <PlaceAnchor link={placeOf({ to: '/data-requests', search: { open: request.id } })}>{kind}</PlaceAnchor>
          <Text size="xs" c="dimmed">
            <Trans>
              {request.requestedByName}, gửi ngày <Day value={request.receivedOn} />
            </Trans>
          </Text>
        </div>
        <StatusBadge tone={requestTones[request.status]}>{requestStatusLabels()[request.status]}</StatusBadge>
      </Group>
      {(request.status === 'received' || request.status === 'accepted') && (
        <Text component="div" size="sm" mt={4}>
          <RequestClock request={request} />
        </Text>
      )}
      {request.answer !== '' && (
        <Text size="sm" mt={4}>
          {request.answer}
        </Text>
      )}
    </Card>
  )
}

const AskButtons = ({ child, requests }: { child: ChildRecord; requests: readonly DataRequestRecord[] }) => {
  const [kind, setKind] = useState<Kind | null>(null)
  const waiting = requests.filter(({ status }) => status === 'received' || status === 'accepted').map((request) => request.kind)
  return (
    <Group gap="xs">
      {requestKinds.map((one) => (
        <Button key={one} variant="default" {...(one === 'erasure' && { c: 'red' })} disabled={waiting.includes(one)} onClick={() => setKind(one)}>
          {requestKindLabels()[one]}…
        </Button>
      ))}
      {kind && <AskDialog child={child} kind={kind} onClose={() => setKind(null)} />}
    </Group>
  )
}

/** What the law gives a family: to have a copy, to have it put right, to have it erased; with where each request stands. */
export const RightsTab = ({ child }: { child: ChildRecord }) => {
  const me = useMe()
  const isOwn = child.guardians.some(({ employeeId }) => employeeId === me.employeeId)
  const params = { id: child.id }
  const requests = useQuery(queryOf(dataRequests.list, { query: { childId: child.id } }))
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <Trans>Luật Bảo vệ dữ liệu cá nhân cho gia đình quyền biết, sửa, xóa dữ liệu của con. Ngừng một việc sử dụng: rút sự đồng ý ở mục bên.</Trans>
      </Text>
      <Group gap="xs">
        <Button
          component="a"
          href={urlOf(children.copyPdf, { params })}
          download
          variant="light"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          <Trans>Tải bản sao (.pdf)</Trans>
        </Button>
        <Button component="a" href={urlOf(children.copyDocx, { params })} download variant="subtle">
          .docx
        </Button>
        <Button component="a" href={urlOf(children.copyData, { params })} download variant="subtle">
          <Trans>Cho máy đọc (.json)</Trans>
        </Button>
      </Group>
      <Answer query={requests}>
        {({ items }) => (
          <>
            {isOwn && <AskButtons child={child} requests={items} />}
            {items.length > 0 && (
              <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((request) => (
                  <RequestCard key={request.id} request={request} />
                ))}
              </Stack>
            )}
            {items.length === 0 && !isOwn && (
              <Text size="sm">
                <Trans>Gia đình chưa có yêu cầu nào.</Trans>
              </Text>
            )}
          </>
        )}
      </Answer>
    </Stack>
  )
}
