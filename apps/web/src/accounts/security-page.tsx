import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Code, CopyButton, Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../api/call.ts'
import { codeOf } from '../api/problem.ts'
import { meQuery, useMe } from '../session/session.ts'
import { problemText } from '../ui/problem-text.ts'
import { QrPicture } from '../ui/qr-picture.tsx'
import { PageTitle } from '../ui/states.tsx'
import { StatusBadge } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

type Enrolment = { totpURI: string; backupCodes: string[] }

const secretOf = (uri: string): string => new URL(uri).searchParams.get('secret') ?? ''

type AskProps = {
  name: 'password' | 'code'
  label: string
  submitLabel: string
  wrong: string
  danger?: boolean
  onSend: (value: string) => Promise<void>
}

/** One field and one button; a refusal stands at the field. */
const Ask = ({ name, label, submitLabel, wrong, danger = false, onSend }: AskProps) => {
  const { t } = useLingui()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = String(new FormData(event.currentTarget).get(name) ?? '').trim()
    setPending(true)
    setProblem(null)
    await onSend(value).catch((error: unknown) => setProblem(['UNAUTHENTICATED', 'INVALID'].includes(codeOf(error)) ? wrong : problemText(error)))
    setPending(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={380}>
        {name === 'password' ? (
          <PasswordInput
            name={name}
            label={label}
            autoComplete="current-password"
            required
            error={problem}
            visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu`, tabIndex: 0, 'aria-hidden': false }}
          />
        ) : (
          <TextInput name={name} label={label} autoComplete="one-time-code" inputMode="numeric" required error={problem} />
        )}
        <Button type="submit" loading={pending} style={{ alignSelf: 'flex-start' }} {...(danger && { color: 'red' })}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  )
}

const Enrol = ({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) => {
  const { t } = useLingui()
  const secret = secretOf(enrolment.totpURI)
  return (
    <Stack gap="md">
      <Text size="sm">
        <Trans>1. Trong ứng dụng xác thực (Google Authenticator, Microsoft Authenticator, FreeOTP), quét mã này hoặc nhập khóa dưới mã.</Trans>{' '}
        <Anchor href={enrolment.totpURI} inherit>
          <Trans>Mở bằng ứng dụng trên máy này</Trans>
        </Anchor>
      </Text>
      <QrPicture text={enrolment.totpURI} label={t`Mã thêm tài khoản vào ứng dụng xác thực`} side={260} />
      <Group gap="xs">
        <Code fz="md" style={{ overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? <Trans>Đã chép</Trans> : <Trans>Chép khóa</Trans>}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm">
        <Trans>2. Cất các mã dự phòng ở nơi an toàn; mỗi mã dùng được một lần khi mất điện thoại.</Trans>
      </Text>
      <Code block>{enrolment.backupCodes.join('\n')}</Code>
      <Text size="sm">
        <Trans>3. Nhập mã 6 số mà ứng dụng đang hiện.</Trans>
      </Text>
      <Ask
        name="code"
        label={t`Mã 6 số`}
        submitLabel={t`Bật xác thực hai bước`}
        wrong={t`Mã không đúng hoặc đã hết hạn.`}
        onSend={async (code) => {
          await post('/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') })
          onDone()
        }}
      />
    </Stack>
  )
}

/** The second factor of the own account. */
export const SecurityPage = () => {
  const { t } = useLingui()
  const { twoFactorEnabled } = useMe()
  const client = useQueryClient()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const done = (message: string) => {
    setEnrolment(null)
    toastDone(message)
    void client.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const wrong = t`Mật khẩu không đúng.`
  return (
    <>
      <PageTitle title={t`Xác thực hai bước`} description={t`Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã trên điện thoại của bạn.`} />
      <Paper withBorder p="lg" maw={640} bg="var(--chung-tay-surface)">
        <Stack gap="md">
          <Group gap="xs">
            <Text fw={500}>
              <Trans>Trạng thái</Trans>
            </Text>
            <StatusBadge tone={twoFactorEnabled ? 'good' : 'neutral'}>{twoFactorEnabled ? t`Đang bật` : t`Đang tắt`}</StatusBadge>
          </Group>
          {twoFactorEnabled && (
            <Ask
              name="password"
              label={t`Mật khẩu`}
              submitLabel={t`Tắt xác thực hai bước`}
              wrong={wrong}
              danger
              onSend={async (password) => {
                await post('/auth/two-factor/disable', { password })
                done(t`Đã tắt xác thực hai bước`)
              }}
            />
          )}
          {!twoFactorEnabled && !enrolment && (
            <Ask
              name="password"
              label={t`Mật khẩu`}
              submitLabel={t`Bắt đầu`}
              wrong={wrong}
              onSend={async (password) => setEnrolment((await post('/auth/two-factor/enable', { password })) as Enrolment)}
            />
          )}
          {!twoFactorEnabled && enrolment && <Enrol enrolment={enrolment} onDone={() => done(t`Đã bật xác thực hai bước`)} />}
          {!twoFactorEnabled && (
            <Alert color="blue" p="xs">
              <Text size="sm">
                <Trans>Nên bật cho tài khoản quản trị, Lãnh đạo và người giữ sổ quỹ.</Trans>
              </Text>
            </Alert>
          )}
        </Stack>
      </Paper>
    </>
  )
}
