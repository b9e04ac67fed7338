import type { ConfirmationDetail } from '@chung-tay/contracts/confirmations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Title } from '@mantine/core'
import { RecordName } from '../report/figure-records.tsx'
import { actionText } from '../ui/audit-text.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { DateTime, PersonName } from '../ui/texts.tsx'

type Late = ConfirmationDetail['lateChanges'][number]

/** Every change under an exception, with who and why. */
export const LateChanges = ({ items }: { items: readonly Late[] }) => {
  const { t } = useLingui()
  const columns: Column<Late>[] = [
    { key: 'record', header: t`Bản ghi`, cell: (late) => <RecordName item={{ ...late, number: '' }} /> },
    { key: 'who', header: t`Ai, lúc nào`, cell: ({ byName, at }) => <PersonName name={byName} note={<DateTime value={at} />} /> },
    { key: 'what', header: t`Việc đã làm, lý do`, cell: ({ action, reason }) => [actionText(action), reason].filter(Boolean).join(': ') },
  ]
  return (
    <section aria-label={t`Thay đổi sau khi khóa`}>
      <Title order={2} fz="md" mb="xs">
        <Trans>Thay đổi sau khi khóa</Trans>
      </Title>
      <DataTable label={t`Thay đổi sau khi khóa`} columns={columns} items={items} rowKey={({ id, at }) => `${id} ${at.toISOString()}`} />
    </section>
  )
}
