import type { OutputOf } from '@chung-tay/contracts/contract'
import { notices } from '@chung-tay/contracts/notices'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Loader, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircleCheck } from '@tabler/icons-react'
import { QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { createQueryClient, mutationOf, queryOf } from '../api/query.ts'
import { Gate } from '../layout/gate.tsx'
import { problemText } from '../ui/problem-text.ts'
import { DateTime } from '../ui/texts.tsx'

const token = window.location.pathname.replace(/\/$/, '').split('/').at(-1) ?? ''

type Opened = OutputOf<typeof notices.open>

const Notice = ({ notice }: { notice: Opened }) => {
  const { t } = useLingui()
  const confirm = useMutation(mutationOf(notices.confirmLink))
  const readAt = confirm.data?.readAt ?? notice.readAt
  return (
    <Gate title={notice.title} description={notice.agencyName} wide>
      <Stack>
        <Text size="sm" c="dimmed">
          <Trans>Kính gửi: {notice.employeeName}</Trans>
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{notice.text}</Text>
        {confirm.isError && (
          <Alert color="red" role="alert">
            {problemText(confirm.error)}
          </Alert>
        )}
        {readAt ? (
          <Alert color="leaf" icon={<IconCircleCheck aria-hidden />} title={t`Cảm ơn, đã ghi nhận`} role="status">
            <DateTime value={readAt} />
          </Alert>
        ) : (
          <Button
            size="lg"
            h="auto"
            py="sm"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ params: { token } })}
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            <Trans>Tôi đã đọc và phổ biến cho gia đình</Trans>
          </Button>
        )}
      </Stack>
    </Gate>
  )
}

const Opening = () => {
  const { t } = useLingui()
  const query = useQuery({ ...queryOf(notices.open, { params: { token } }), retry: false })
  if (query.data) return <Notice notice={query.data} />
  return (
    <Gate title={query.isError ? t`Không mở được thông báo` : t`Đang mở thông báo`}>
      {query.isError ? <Text>{t`Đường dẫn không đúng hoặc không còn dùng. Hãy quét lại mã trên phiếu, hoặc hỏi trưởng đơn vị.`}</Text> : <Loader />}
    </Gate>
  )
}

const client = createQueryClient(() => undefined)

/** What a printed QR code opens, for who has no account: one notice, one button. */
export const NoticeLinkPage = () => (
  <QueryClientProvider client={client}>
    <Opening />
  </QueryClientProvider>
)
