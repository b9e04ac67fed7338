import type { DonationDetail } from '@chung-tay/contracts/donations'
import { type ReceiptLetter, receiptLetters } from '@chung-tay/contracts/receipt-letters'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { DateTime, StatusBadge, type Tone } from '../ui/texts.tsx'

const tones: Record<ReceiptLetter['state'], Tone> = { waiting: 'active', sent: 'good', failed: 'bad' }

/** Why the next letter cannot be written, or null. */
const useObstacle = ({ mailServer, address, items }: { mailServer: boolean; address: string | null; items: readonly ReceiptLetter[] }) => {
  const { t } = useLingui()
  if (!mailServer) return t`Chưa cài máy chủ thư nên chưa gửi được. Hãy tải bản PDF rồi gửi cho người ủng hộ.`
  if (address === null) return t`Người ủng hộ chưa có địa chỉ thư điện tử: bấm “Sửa người ủng hộ” để ghi.`
  return items.some(({ state }) => state === 'waiting') ? t`Thư trước còn đang chờ gửi.` : null
}

const Letters = ({ items }: { items: readonly ReceiptLetter[] }) => {
  const { t } = useLingui()
  const states: Record<ReceiptLetter['state'], string> = { waiting: t`Đang chờ gửi`, sent: t`Đã gửi`, failed: t`Gửi không được` }
  return (
    <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
      {items.map(({ to, at, byName, state }) => (
        <Group component="li" key={at.toISOString()} gap="xs">
          <StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>
          <Text size="sm">
            <Trans>
              {to}, <DateTime value={at} />, người gửi: {byName}
            </Trans>
          </Text>
        </Group>
      ))}
    </Stack>
  )
}

/** The receipt by mail: who sent it where and when, and the next one. */
export const ReceiptLetters = ({ donation }: { donation: DonationDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const params = { id: donation.id }
  const { data } = useQuery({
    ...queryOf(receiptLetters.list, { params }),
    // A letter is on its way for a moment only.
    refetchInterval: ({ state }) => (state.data?.items.some((letter) => letter.state === 'waiting') ? 5000 : false),
  })
  const obstacle = useObstacle(data ?? { mailServer: true, address: '', items: [] })
  const mail = useAction(receiptLetters.mail, { done: ({ to }) => t`Biên nhận sẽ được gửi tới ${to}` })
  if (!data || (data.items.length === 0 && !can('create Donation'))) return null
  return (
    <Stack gap="xs" component="section" aria-label={t`Gửi biên nhận qua thư`}>
      <Title order={3} fz="md">
        <Trans>Gửi biên nhận qua thư</Trans>
      </Title>
      <Letters items={data.items} />
      {can('create Donation') && (
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconMailForward size={16} aria-hidden />}
            disabled={obstacle !== null}
            loading={mail.isPending}
            onClick={() => mail.mutate({ params })}
          >
            {data.items.length === 0 ? <Trans>Gửi biên nhận qua thư</Trans> : <Trans>Gửi lại</Trans>}
          </Button>
          <Text size="sm" c="dimmed">
            {obstacle ?? data.address}
          </Text>
        </Group>
      )}
    </Stack>
  )
}
