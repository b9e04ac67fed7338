import type { OutputOf } from '@chung-tay/contracts/contract'
import { ledger } from '@chung-tay/contracts/ledger'
import type { LedgerCheck } from '@chung-tay/domain/ledger/checks'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Accordion, Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { formatMoney } from '../ui/format.ts'
import { Answer } from '../ui/record-query.tsx'
import { DateTime } from '../ui/texts.tsx'
import { checkLabels } from './ledger-labels.tsx'

// These compare two sums in đồng; the others count what is wrong.
const sums: readonly LedgerCheck['name'][] = [
  'debitEqualsCredit',
  'donationsMatchIncome',
  'disbursementsMatchExpense',
  'openingsMatchEquity',
  'goodsMatchLots',
]

const Mark = ({ ok }: { ok: boolean }) =>
  ok ? (
    <IconCircleCheck size={18} color="var(--mantine-color-leaf-text)" aria-hidden />
  ) : (
    <IconAlertTriangle size={18} color="var(--mantine-color-error)" aria-hidden />
  )

const Found = ({ check: { name, ok, found, expected } }: { check: LedgerCheck }) => {
  if (!sums.includes(name)) return ok ? <Trans>Đúng</Trans> : <Plural value={found} other="# chỗ sai" />
  if (ok) return formatMoney(found)
  return (
    <Trans>
      {formatMoney(found)} và {formatMoney(expected)}: lệch {formatMoney(Math.abs(found - expected))}
    </Trans>
  )
}

const LastRuns = ({ runs }: { runs: OutputOf<typeof ledger.checks>['lastRuns'] }) => {
  const { t } = useLingui()
  const labels: Record<keyof typeof runs, string> = {
    start: t`Khi khởi động`,
    night: t`Hằng đêm`,
    closing: t`Trước khi khóa sổ`,
    report: t`Trước khi ký báo cáo`,
  }
  const text = (run: (typeof runs)['night']) =>
    run === null ? (
      t`chưa có lần nào`
    ) : (
      <>
        <DateTime value={run.at} />, {run.failed.length === 0 ? t`đều đúng` : <Plural value={run.failed.length} other="# phép kiểm tra sai" />}
      </>
    )
  return (
    <Text component="div" size="sm" c="dimmed" mb="sm">
      <Trans>Đang xem là kết quả lúc này. Những lần kiểm tra gần nhất:</Trans>
      <List size="sm" spacing={2}>
        {(Object.keys(labels) as (keyof typeof runs)[]).map((occasion) => (
          <List.Item key={occasion}>
            {labels[occasion]}: {text(runs[occasion])}
          </List.Item>
        ))}
      </List>
    </Text>
  )
}

/** What must always hold in the books, looked at now. Opens by itself when something is wrong. */
export const ChecksPanel = () => {
  const { t } = useLingui()
  const query = useQuery(queryOf(ledger.checks, {}))
  const labels = checkLabels()
  return (
    <Answer query={query}>
      {({ ok, checks, lastRuns }) => (
        <Accordion key={String(ok)} defaultValue={ok ? null : 'checks'} variant="separated" mb="md" className="no-print">
          <Accordion.Item value="checks">
            <Accordion.Control icon={<Mark ok={ok} />}>
              {ok ? t`Sổ quỹ khớp: ${checks.length} phép kiểm tra đều đúng` : t`Sổ quỹ có chỗ chưa khớp, cần xem lại`}
            </Accordion.Control>
            <Accordion.Panel>
              <LastRuns runs={lastRuns} />
              <List listStyleType="none" spacing={6}>
                {checks.map((check) => (
                  <List.Item key={check.name} icon={<Mark ok={check.ok} />}>
                    <Group gap="xs">
                      <Text size="sm">{labels[check.name]}</Text>
                      <Text size="sm" className="figures" c={check.ok ? 'dimmed' : 'var(--mantine-color-error)'}>
                        <Found check={check} />
                      </Text>
                    </Group>
                  </List.Item>
                ))}
              </List>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </Answer>
  )
}
