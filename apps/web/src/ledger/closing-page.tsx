import { type ClosingRecord, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, List, Paper, SimpleGrid, Stack, Title } from '@mantine/core'
import { IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { DateTime } from '../ui/texts.tsx'
import { BooksPanel } from './books-panel.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { CloseForm } from './close-form.tsx'
import { CountForm } from './count-form.tsx'
import { CountsTable } from './counts-table.tsx'
import { ReopenForm } from './reopen-form.tsx'

const Step = ({ step: { closedUntil, reason, byName, createdAt } }: { step: ClosingRecord }) => (
  <List.Item>
    {reason === null ? (
      <Trans>
        {byName} khóa sổ đến hết ngày {formatDay(closedUntil ?? '')}, lúc <DateTime value={createdAt} />.
      </Trans>
    ) : closedUntil === null ? (
      <Trans>
        {byName} mở lại toàn bộ sổ, lúc <DateTime value={createdAt} />. Lý do: {reason}
      </Trans>
    ) : (
      <Trans>
        {byName} mở lại sổ sau ngày {formatDay(closedUntil)}, lúc <DateTime value={createdAt} />. Lý do: {reason}
      </Trans>
    )}
  </List.Item>
)

const History = ({ items }: { items: readonly ClosingRecord[] }) => {
  const { t } = useLingui()
  if (items.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Các lần khóa và mở sổ`}>
      <Title order={2} size="h4" mb="sm">
        <Trans>Các lần khóa và mở sổ</Trans>
      </Title>
      <List size="sm" spacing={4}>
        {items.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </List>
    </Paper>
  )
}

/** Counting, closing and the history of both: what makes the books final. */
export const ClosingPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [open, setOpen] = useState<'count' | 'reopen'>()
  const query = useQuery(queryOf(ledgerClosings.get, {}))
  const closed = query.data?.closedUntil ?? null
  const close = () => setOpen(undefined)
  return (
    <>
      <PageTitle
        title={t`Kiểm kê, khóa sổ`}
        description={t`Tiền trong két và trên tài khoản khớp với sổ đến từng đồng thì sổ mới khóa được.`}
        action={
          <>
            {closed !== null && can('approve LedgerClosing') && (
              <Button variant="default" leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => setOpen('reopen')}>
                <Trans>Mở lại sổ</Trans>
              </Button>
            )}
            {can('create BalanceCount') && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('count')}>
                <Trans>Ghi kiểm kê</Trans>
              </Button>
            )}
          </>
        }
      />
      <Answer query={query}>
        {({ closedUntil, items }) => (
          <Stack gap="md">
            <Alert
              color={closedUntil === null ? 'blue' : 'leaf'}
              icon={closedUntil === null ? <IconLockOpen aria-hidden /> : <IconLock aria-hidden />}
            >
              {closedUntil === null ? (
                <Trans>Sổ đang mở: chưa khóa ngày nào.</Trans>
              ) : (
                <Trans>Sổ đã khóa đến hết ngày {formatDay(closedUntil)}.</Trans>
              )}
            </Alert>
            <ChecksPanel />
            <SimpleGrid cols={{ base: 1, lg: can('create LedgerClosing') ? 2 : 1 }} spacing="md">
              {can('create LedgerClosing') && <CloseForm key={closedUntil} />}
              <BooksPanel />
            </SimpleGrid>
            <CountsTable />
            <History items={items} />
          </Stack>
        )}
      </Answer>
      {open === 'count' && <CountForm onClose={close} />}
      {open === 'reopen' && <ReopenForm onClose={close} />}
    </>
  )
}
