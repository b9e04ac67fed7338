import { bankStatements, type StatementCheck } from '@chung-tay/contracts/bank-statements'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Loader, Select, Stack, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { formatCount } from '../ui/format.ts'
import { problemText } from '../ui/problem-text.ts'
import { DateTime, Money, StatusBadge } from '../ui/texts.tsx'
import { ImportRows } from './import-rows.tsx'

const Choose = ({ onUploaded }: { onUploaded: (fileId: string) => void }) => {
  const { t } = useLingui()
  return (
    <Stack gap="sm">
      <FileDrop
        icon={IconFileSpreadsheet}
        hint={<Trans>Thả tệp sao kê của ngân hàng vào đây (.xlsx, .csv)</Trans>}
        label={t`Tệp sao kê`}
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onUploaded={onUploaded}
      />
      <Text size="sm">
        <Trans>
          Không cần sửa gì trong tệp. Tệp .xls cũ: mở bằng Excel rồi lưu thành .xlsx. Nhập lại cùng một tệp, hoặc sao kê có ngày trùng nhau, không làm
          khoản nào bị tính hai lần.
        </Trans>
      </Text>
    </Stack>
  )
}

const Counts = ({ counts }: { counts: StatementCheck['counts'] }) => {
  const { t } = useLingui()
  const shown = [
    ['new', t`Dòng mới`, 'active'],
    ['known', t`Đã có từ trước`, 'good'],
    ['unclear', t`Chưa đọc được`, 'bad'],
    ['ignored', t`Bỏ qua`, 'neutral'],
  ] as const
  return (
    <Group gap="xs" aria-live="polite">
      {shown.map(([key, label, tone]) => (
        <StatusBadge key={key} size="lg" tone={counts[key] === 0 ? 'neutral' : tone}>
          {label}: {formatCount(counts[key])}
        </StatusBadge>
      ))}
    </Group>
  )
}

/** What a person should know before the lines are taken in. */
const Warnings = ({ check: { imported, balanceBreaks, counts } }: { check: StatementCheck }) => {
  const { t } = useLingui()
  const rows = balanceBreaks.slice(0, 12).join(', ')
  return (
    <>
      {imported && (
        <Alert color="leaf" role="status" title={t`Tệp này đã được nhập`}>
          <Trans>
            {imported.byName} đã nhập lúc <DateTime value={imported.at} />. Không có gì để ghi thêm.
          </Trans>
        </Alert>
      )}
      {balanceBreaks.length > 0 && (
        <Alert color="stamen" title={t`Số dư không nối tiếp nhau`}>
          <Trans>Ở dòng {rows} của tệp, số dư không bằng số dư trước cộng trừ số tiền. Có thể tệp thiếu dòng hoặc đã bị sửa.</Trans>
        </Alert>
      )}
      {counts.unclear > 0 && (
        <Alert color="stamen" title={t`Có dòng chưa đọc được`}>
          <Trans>Các dòng này không được nhập. Hãy sửa trong tệp rồi nhập lại: những dòng đã có sẽ không bị trùng.</Trans>
        </Alert>
      )}
    </>
  )
}

const Summary = ({ check }: { check: StatementCheck }) => {
  const { fileName, account, from, to, credits, debits } = check
  return (
    <List size="sm" spacing={2} style={{ overflowWrap: 'anywhere' }}>
      <List.Item>
        <Trans>Tệp {fileName}. Chưa có gì được ghi; hãy xem lại rồi xác nhận.</Trans>
      </List.Item>
      {account && (
        <List.Item>
          {from && to ? (
            <Trans>
              Tài khoản {account}, từ {formatDay(from)} đến {formatDay(to)}
            </Trans>
          ) : (
            <Trans>Tài khoản {account}</Trans>
          )}
        </List.Item>
      )}
      <List.Item>
        <Trans>
          Dòng mới: {credits.count} lần tiền vào, <Money value={credits.amount} />; {debits.count} lần tiền ra, <Money value={debits.amount} />
        </Trans>
      </List.Item>
    </List>
  )
}

type CheckProps = { fileId: string; onAgain: () => void; onDone: (statementId: string) => void }

const Reading = () => (
  <Group role="status">
    <Loader size="sm" />
    <Trans>Đang đọc sao kê…</Trans>
  </Group>
)

const Failed = ({ error, onAgain }: { error: unknown; onAgain: () => void }) => {
  const { t } = useLingui()
  return (
    <Stack>
      <Alert color="red" role="alert" title={t`Chưa đọc được sao kê`}>
        {problemText(error)}
      </Alert>
      <Group justify="flex-end">
        <Button onClick={onAgain}>
          <Trans>Chọn tệp khác</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

/** The dry run: what was read and what is known; then the lines are taken in. */
const Check = ({ fileId, onAgain, onDone }: CheckProps) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [chosen, setChosen] = useState<string | null>(null)
  const query = { fileId, ...(chosen !== null && { account: chosen }) }
  const check = useQuery({ ...queryOf(bankStatements.check, { params: { campaignId }, query }), staleTime: Number.POSITIVE_INFINITY, retry: false })
  const run = useAction(bankStatements.import, { done: ({ added }) => t`Đã nhập ${added} dòng sao kê`, onDone: ({ id }) => onDone(id) })
  if (check.isPending) return <Reading />
  if (check.isError) return <Failed error={check.error} onAgain={onAgain} />
  const { account, accounts, counts, imported, rows } = check.data
  return (
    <Stack gap="sm">
      <Summary check={check.data} />
      {(account === null || chosen !== null) && (
        <Select
          label={t`Sao kê của tài khoản nào?`}
          description={t`Tệp không ghi số tài khoản.`}
          withAsterisk
          data={accounts.map((one) => ({ value: one.account, label: `${one.account} (${one.fundNames.join(', ')})` }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Counts counts={counts} />
      <Warnings check={check.data} />
      <ImportRows rows={rows} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAgain}>
          <Trans>Chọn tệp khác</Trans>
        </Button>
        <Button
          disabled={account === null || imported !== null || counts.new === 0}
          loading={run.isPending}
          onClick={() => run.mutate({ params: { campaignId }, body: { fileId, account: chosen } })}
        >
          <Trans>Nhập {formatCount(counts.new)} dòng mới</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

/** A bank's statement: choose the file, look at how it was read, confirm. */
export const ImportStatement = ({ onClose, onDone }: { onClose: () => void; onDone: (statementId: string) => void }) => {
  const { t } = useLingui()
  const [fileId, setFileId] = useState<string | null>(null)
  return (
    <Dialog onClose={onClose} title={t`Nhập sao kê ngân hàng`} size="xl">
      {fileId === null ? <Choose onUploaded={setFileId} /> : <Check key={fileId} fileId={fileId} onAgain={() => setFileId(null)} onDone={onDone} />}
    </Dialog>
  )
}
