import type { FundRecord } from '@chung-tay/contracts/funds'
import { type BankBin, banks } from '@chung-tay/domain/donations/banks'
import { vietQr } from '@chung-tay/domain/donations/vietqr'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useQrPhoto } from '../ui/qr-code.ts'
import { Money } from '../ui/texts.tsx'

const side = 224

type TransferProps = { fund: FundRecord; purpose: string; amount: number | null; file: string }
type Account = { bankBin: BankBin; bankAccount: string; bankHolder: string }

const TransferTo = ({ fund: { name }, purpose, amount, file, bankBin, bankAccount, bankHolder }: TransferProps & Account) => {
  const { t } = useLingui()
  const picture = useQrPhoto(vietQr({ bin: bankBin, account: bankAccount, amount, purpose }))
  const lines = [banks[bankBin], bankAccount, bankHolder, ...(amount === null ? [] : [String(amount)]), purpose]
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Chuyển khoản ủng hộ`}>
      <Group align="flex-start" gap="md">
        {picture ? <img src={picture} alt={t`Mã VietQR của ${name}`} width={side} height={side} /> : <Skeleton w={side} h={side} />}
        <Stack gap={6} flex={1} miw={200}>
          <Title order={3} fz="md">
            <Trans>Chuyển khoản ủng hộ</Trans>
          </Title>
          <Text size="sm">
            {banks[bankBin]}, <b>{bankAccount}</b>
          </Text>
          <Text size="sm">{bankHolder}</Text>
          {amount !== null && (
            <Text size="sm">
              <Trans>
                Số tiền: <Money value={amount} />
              </Trans>
            </Text>
          )}
          <Text size="sm">
            <Trans>Nội dung: {purpose}</Trans>
          </Text>
          {/Zalo/i.test(navigator.userAgent) && (
            <Text size="sm" c="dimmed">
              <Trans>Đang mở trong Zalo: bấm dấu ba chấm ở góc trên rồi chọn “Mở bằng trình duyệt” để tải mã.</Trans>
            </Text>
          )}
          <Group gap="xs" className="no-print">
            <CopyButton value={lines.join('\n')}>
              {({ copied, copy }) => (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
                  onClick={copy}
                >
                  {copied ? t`Đã chép` : t`Chép thông tin`}
                </Button>
              )}
            </CopyButton>
            {picture && (
              <Button
                size="xs"
                variant="default"
                component="a"
                href={picture}
                download={`vietqr-${file}.png`}
                leftSection={<IconDownload size={14} aria-hidden />}
              >
                <Trans>Tải mã</Trans>
              </Button>
            )}
          </Group>
        </Stack>
      </Group>
    </Paper>
  )
}

/** A fund's account as a code that every banking app reads; without an amount the giver says how much. Nothing for a fund without one. */
export const TransferQr = (props: TransferProps) => {
  const { bankBin, bankAccount, bankHolder } = props.fund
  return bankBin !== null && bankAccount !== null && bankHolder !== null && <TransferTo {...props} {...{ bankBin, bankAccount, bankHolder }} />
}
