import { ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { queryOf } from '../api/query.ts'
import { useMe } from '../session/session.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { formatMoney } from '../ui/format.ts'
import { problemText } from '../ui/problem-text.ts'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { checkLabels, obstacleText } from './ledger-labels.tsx'

const isoDay = /^\d{4}-\d\d-\d\d$/

/** What stands against closing until that day, account by account. */
const Readiness = ({ until }: { until: string }) => {
  const { t } = useLingui()
  const { data } = useQuery(queryOf(ledgerClosings.check, { query: { until } }))
  if (!data) return null
  const checks = checkLabels()
  return (
    <Stack gap="xs" aria-live="polite">
      <List size="sm" spacing={2}>
        {data.accounts.map(({ account, accountName, booked, counted }) => (
          <List.Item key={account}>
            {counted === null
              ? t`${accountName}: sổ sách ${formatMoney(booked)}, chưa kiểm kê cuối ngày này`
              : t`${accountName}: sổ sách ${formatMoney(booked)}, thực có ${formatMoney(counted)}`}
          </List.Item>
        ))}
      </List>
      {data.obstacles.length > 0 && (
        <Alert color="stamen" title={t`Chưa khóa được sổ`}>
          <List size="sm" spacing={2}>
            {data.obstacles.map((obstacle) => (
              <List.Item key={`${obstacle.code} ${obstacle.account ?? ''}`}>{obstacleText(obstacle)}</List.Item>
            ))}
            {data.failedChecks.map((name) => (
              <List.Item key={name}>{checks[name]}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}

/** Closes the books until a day, once everything was counted to the đồng. */
export const CloseForm = () => {
  const { t } = useLingui()
  const { today } = useMe()
  const [asked, setAsked] = useState(false)
  const form = useRecordForm({
    contract: ledgerClosings.close,
    draftKey: null,
    defaults: { until: today },
    input: (body) => ({ body }),
    onSaved: ({ closedUntil }) => toastDone(t`Đã khóa sổ đến hết ngày ${formatDay(closedUntil ?? '')}`),
  })
  const until = useWatch({ control: form.control, name: 'until' })
  const valid = typeof until === 'string' && isoDay.test(until)
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Khóa sổ`}>
      <Title order={2} size="h4" mb="sm">
        <Trans>Khóa sổ</Trans>
      </Title>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          <Trans>Sau khi khóa, không ai ghi được chứng từ từ ngày đó trở về trước. Chỉ Lãnh đạo mở lại được, và phải nêu lý do.</Trans>
        </Text>
        <DateField form={form} name="until" label={t`Khóa đến hết ngày`} max={today} required />
        {valid && <Readiness until={until} />}
        {form.problem !== null && (
          <Alert color="red" role="alert">
            {problemText(form.problem)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button leftSection={<IconLock size={16} aria-hidden />} disabled={!valid} loading={form.pending} onClick={() => setAsked(true)}>
            <Trans>Khóa sổ</Trans>
          </Button>
        </Group>
      </Stack>
      {asked && (
        <ConfirmDialog
          title={t`Khóa sổ đến hết ngày ${formatDay(until)}?`}
          confirmLabel={t`Khóa sổ`}
          onConfirm={() => {
            setAsked(false)
            void form.submit()
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Paper>
  )
}
