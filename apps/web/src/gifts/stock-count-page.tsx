import { type OpenedStockCount, stockCounts } from '@chung-tay/contracts/stock-counts'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { BackLink } from '../ui/back-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { Count, DateTime, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { countStatusLabels, countTones } from './gift-labels.ts'
import { stockCountRoute } from './routes.ts'
import { CountEntry } from './stock-count-entry.tsx'
import { Difference } from './stock-count-fields.tsx'

type Props = { count: OpenedStockCount }

const Cancel = ({ count }: Props) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const cancel = useAction(stockCounts.cancel, { done: t`Đã hủy phiếu kiểm kê`, onDone: () => setAsked(false) })
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Hủy phiếu</Trans>
      </Button>
      {asked && (
        <ReasonDialog
          title={t`Hủy phiếu kiểm kê này?`}
          confirmLabel={t`Hủy phiếu`}
          pending={cancel.isPending}
          onClose={() => setAsked(false)}
          onReason={(reason) => cancel.mutate({ params: { id: count.id }, version: count.version, body: { reason } })}
        >
          <Trans>Kho không thay đổi; phiếu và số đã đếm vẫn được giữ.</Trans>
        </ReasonDialog>
      )}
    </>
  )
}

const Papers = ({ count: { id, status } }: Props) => {
  const { t } = useLingui()
  const [word, pdf] = status === 'finished' ? [stockCounts.minutes, stockCounts.minutesPdf] : [stockCounts.sheet, stockCounts.sheetPdf]
  return (
    <>
      <Button component="a" href={urlOf(word, { params: { id } })} download variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
        {status === 'finished' ? t`Biên bản (.docx)` : t`Phiếu để đếm (.docx)`}
      </Button>
      <Button component="a" href={urlOf(pdf, { params: { id } })} download variant="default">
        PDF
      </Button>
    </>
  )
}

const useColumns = ({ status }: OpenedStockCount): Column<OpenedStockCount['lines'][number]>[] => {
  const { t } = useLingui()
  return [
    { key: 'name', header: t`Hàng, quà`, cell: ({ name, measure, reason }) => <PersonName name={`${name} (${measure})`} note={reason || null} /> },
    { key: 'booked', header: t`Sổ sách`, align: 'end', cell: ({ booked }) => <Count value={booked} /> },
    { key: 'counted', header: t`Thực tế`, align: 'end', cell: ({ counted }) => (counted === null ? '–' : <Count value={counted} />) },
    { key: 'difference', header: t`Chênh lệch`, align: 'end', cell: (line) => <Difference {...line} /> },
    ...(status === 'finished'
      ? [
          {
            key: 'off',
            header: t`Ghi giảm sổ`,
            align: 'end' as const,
            cell: ({ writtenOff }: { writtenOff: number }) => <Money value={writtenOff} />,
          },
        ]
      : []),
  ]
}

const Read = ({ count }: Props) => {
  const { t } = useLingui()
  const { cancelReason, endedByName, endedAt, members } = count
  return (
    <Stack gap="md">
      {count.status === 'cancelled' && (
        <Alert color="red" title={t`Phiếu đã hủy`}>
          {endedByName}, <DateTime value={endedAt} />: {cancelReason}
        </Alert>
      )}
      {count.status === 'finished' && (
        <Alert color="leaf">
          <Trans>
            {endedByName} hoàn thành lúc <DateTime value={endedAt} />. Chênh lệch đã ghi vào thẻ kho, không sửa được nữa.
          </Trans>
        </Alert>
      )}
      <DataTable label={t`Kết quả kiểm kê`} columns={useColumns(count)} items={count.lines} rowKey={({ giftKindId }) => giftKindId} />
      {members.length > 0 && (
        <List size="sm" aria-label={t`Ban kiểm kê`}>
          {members.map(({ name, role }) => (
            <List.Item key={`${name} ${role}`}>
              {name} – {role}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}

const Opened = ({ count }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const edits = count.status === 'open' && can('update StockCount')
  const label = countStatusLabels()[count.status]
  return (
    <>
      <PageTitle
        title={count.number === null ? t`Kiểm kê ngày ${formatDay(count.countedOn)}` : t`Biên bản kiểm kê ${count.number}`}
        description={
          <Group gap="xs" component="span">
            <StatusBadge tone={countTones[count.status]}>{label}</StatusBadge>
            <span>{[count.number !== null && t`Ngày ${formatDay(count.countedOn)}`, count.place, count.byName].filter(Boolean).join(', ')}</span>
          </Group>
        }
        action={
          <>
            <Papers count={count} />
            {edits && <Cancel count={count} />}
          </>
        }
      />
      {edits ? <CountEntry key={count.version} count={count} /> : <Read count={count} />}
      <History subject="StockCount" id={count.id} words={countStatusLabels()} />
    </>
  )
}

/** One count: printed, filled in, finished; then its minutes. */
export const StockCountPage = () => {
  const { countId } = stockCountRoute.useParams()
  const { year } = useCampaign()
  const count = useQuery(queryOf(stockCounts.get, { params: { id: countId } }))
  return (
    <>
      <BackLink place={{ to: '/$year/stock-counts', params: { year } }}>
        <Trans>Các lần kiểm kê kho</Trans>
      </BackLink>
      <Answer query={count}>{(data) => <Opened count={data} />}</Answer>
    </>
  )
}
