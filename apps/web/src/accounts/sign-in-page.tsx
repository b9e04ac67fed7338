import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { post } from '../api/call.ts'
import { ApiError, codeOf } from '../api/problem.ts'
import { Gate } from '../layout/gate.tsx'
import { arrive } from '../session/arrive.ts'
import { insideOr } from '../session/gate.ts'
import { InAppHint } from '../ui/in-app-hint.tsx'
import { problemText } from '../ui/problem-text.ts'
import { SetupNotice } from './setup-notice.tsx'

type Step = 'password' | 'code'

const textOf = (data: FormData, name: string): string => String(data.get(name) ?? '')
/** What the sign-in library answers, as far as it is used here. */
type Answer = { twoFactorRedirect?: boolean; user?: { id: string } } | null

/** What the sign-in library itself calls the refusal. */
const reasonOf = (error: unknown): unknown => (error instanceof ApiError ? error.details.reason : undefined)

/** Sends one step of the sign-in; what is refused as "not signed in" here only means that the words were wrong. */
const useStep = (onAnswer: (answer: Answer) => void, refused: (error: unknown) => string) => {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const send = async (path: string, body: unknown) => {
    setPending(true)
    setProblem(null)
    try {
      onAnswer((await post(path, body)) as Answer)
    } catch (error) {
      setProblem(['UNAUTHENTICATED', 'INVALID'].includes(codeOf(error)) ? refused(error) : problemText(error))
    }
    setPending(false)
  }
  return { problem, pending, send }
}

const PasswordStep = ({ onAnswer }: { onAnswer: (answer: Answer) => void }) => {
  const { t } = useLingui()
  const { problem, pending, send } = useStep(onAnswer, (error) =>
    reasonOf(error) === 'ACCOUNT_INACTIVE' ? t`Tài khoản này đã bị khóa. Hãy liên hệ quản trị.` : t`Tên đăng nhập hoặc mật khẩu không đúng.`,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    void send('/auth/sign-in/username', { username: textOf(data, 'username').trim().toLowerCase(), password: textOf(data, 'password') })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput name="username" label={t`Tên đăng nhập`} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus required />
        <PasswordInput
          name="password"
          label={t`Mật khẩu`}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu`, tabIndex: 0, 'aria-hidden': false }}
        />
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button type="submit" loading={pending} fullWidth>
          <Trans>Đăng nhập</Trans>
        </Button>
      </Stack>
    </form>
  )
}

const CodeStep = ({ onAnswer, onBack }: { onAnswer: (answer: Answer) => void; onBack: () => void }) => {
  const { t } = useLingui()
  const [backup, setBackup] = useState(false)
  const { problem, pending, send } = useStep(onAnswer, () => t`Mã không đúng hoặc đã hết hạn.`)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = textOf(new FormData(event.currentTarget), 'code').trim()
    void send(backup ? '/auth/two-factor/verify-backup-code' : '/auth/two-factor/verify-totp', { code: backup ? code : code.replace(/\s/g, '') })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          key={String(backup)}
          name="code"
          label={backup ? t`Mã dự phòng` : t`Mã 6 số trên ứng dụng xác thực`}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          required
        />
        <Checkbox label={t`Dùng mã dự phòng`} checked={backup} onChange={(event) => setBackup(event.currentTarget.checked)} />
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button type="submit" loading={pending} fullWidth>
          <Trans>Tiếp tục</Trans>
        </Button>
        <Button variant="subtle" onClick={onBack}>
          <Trans>Quay lại</Trans>
        </Button>
      </Stack>
    </form>
  )
}

export const SignInPage = () => {
  const { t } = useLingui()
  const [step, setStep] = useState<Step>('password')
  const asked = new URLSearchParams(window.location.search)
  const go = (answer: Answer) => (answer?.twoFactorRedirect ? setStep('code') : void arrive(answer?.user?.id, insideOr(asked.get('next'), '/')))
  return (
    <Gate title={step === 'password' ? t`Đăng nhập` : t`Xác thực hai bước`}>
      {asked.has('ready') && (
        <Alert color="leaf" p="xs">
          <Trans>Đã thiết lập xong. Mời đăng nhập.</Trans>
        </Alert>
      )}
      <SetupNotice />
      <InAppHint />
      {step === 'password' ? <PasswordStep onAnswer={go} /> : <CodeStep onAnswer={go} onBack={() => setStep('password')} />}
    </Gate>
  )
}
