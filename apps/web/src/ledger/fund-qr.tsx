import type { FundRecord } from '@chung-tay/contracts/funds'
import { type BankBin, banks } from '@chung-tay/domain/donations/banks'
import { purposeOf, vietQr } from '@chung-tay/domain/donations/vietqr'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useQrCode } from '../ui/qr-code.ts'

const side = 208

type AccountProps = { name: string; code: string; bankBin: BankBin; bankAccount: string; bankHolder: string }

const Account = ({ name, code, bankBin, bankAccount, bankHolder }: AccountProps) => {
  const { t } = useLingui()
  const purpose = purposeOf(`Ung ho ${code}`)
  const picture = useQrCode(vietQr({ bin: bankBin, account: bankAccount, amount: null, purpose }))
  const lines = [banks[bankBin], bankAccount, bankHolder, purpose]
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
          <Text size="sm">
            <Trans>Nội dung: {purpose}</Trans>
          </Text>
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
                download={`vietqr-${code}.svg`}
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

/** The fund's account as a code that every banking app reads; the giver says how much. */
export const FundQr = ({ fund: { name, code, bankBin, bankAccount, bankHolder } }: { fund: FundRecord }) =>
  bankBin !== null && bankAccount !== null && bankHolder !== null && <Account {...{ name, code, bankBin, bankAccount, bankHolder }} />
