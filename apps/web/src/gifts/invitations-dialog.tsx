import { giftCodes } from '@chung-tay/contracts/gift-codes'
import type { GiftListRecord } from '@chung-tay/contracts/gifts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { urlOf } from '../api/call.ts'
import { Dialog } from '../ui/dialogs.tsx'

type Input = { params: { id: string }; query: { time: string; venue: string } }
type DownloadProps = { contract: typeof giftCodes.invitations | typeof giftCodes.invitationsPdf; input: Input; main?: boolean; children: ReactNode }

const Download = ({ contract, input, main = false, children }: DownloadProps) => {
  const look = { variant: main ? 'filled' : 'default', leftSection: <IconDownload size={16} aria-hidden /> }
  if (Object.values(input.query).some((text) => text.trim() === '')) {
    return (
      <Button {...look} disabled>
        {children}
      </Button>
    )
  }
  return (
    <Button {...look} component="a" href={urlOf(contract, input)} download>
      {children}
    </Button>
  )
}

/** Where and when, as the union writes it; kept on this device, so that the slips can be printed again. */
export const InvitationsDialog = ({ list, onClose }: { list: GiftListRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const [{ time, venue }, setWords] = useLocalStorage({ key: `chung-tay:invitations:${list.id}`, defaultValue: { time: '', venue: '' } })
  const input = { params: { id: list.id }, query: { time, venue } }
  return (
    <Dialog title={t`In giấy mời nhận quà`} onClose={onClose}>
      <Stack>
        <Text size="sm">
          <Trans>Mỗi gia đình còn chờ nhận một giấy có mã QR, xếp theo đơn vị, bốn giấy một trang để cắt ra và phát.</Trans>
        </Text>
        <TextInput
          label={t`Thời gian`}
          placeholder={t`08 giờ 00, thứ Ba ngày 01/6/2021`}
          withAsterisk
          data-autofocus
          maxLength={100}
          value={time}
          onChange={(event) => setWords({ time: event.currentTarget.value, venue })}
        />
        <TextInput
          label={t`Địa điểm`}
          placeholder={t`Hội trường tầng 2, trụ sở cơ quan`}
          withAsterisk
          maxLength={200}
          value={venue}
          onChange={(event) => setWords({ time, venue: event.currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Download contract={giftCodes.invitations} input={input}>
            Word
          </Download>
          <Download contract={giftCodes.invitationsPdf} input={input} main>
            <Trans>Tải giấy mời (PDF)</Trans>
          </Download>
        </Group>
      </Stack>
    </Dialog>
  )
}
