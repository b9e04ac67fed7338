import { type ConfirmationDetail, confirmations } from '@chung-tay/contracts/confirmations'
import { indicatorGroups, indicators } from '@chung-tay/domain/report/indicators'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, Stack, Title } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { exportUrl } from '../api/call.ts'
import { infiniteOf, queryOf } from '../api/query.ts'
import { RecordsDrawer } from '../report/figure-records.tsx'
import { FigureValue } from '../report/figure-value.tsx'
import { groupLabels, indicatorLabel, unitLabel, valueText } from '../report/report-labels.ts'
import { useCampaign } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { DateTime, PersonName, StatusBadge } from '../ui/texts.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { ConfirmationBadges, confirmationLabels, signed } from './confirmation-labels.tsx'
import { LateChanges } from './late-changes.tsx'
import { OfficeActions } from './office-actions.tsx'

type Figure = ConfirmationDetail['figures'][number]

/** What changed since the unit's word: "+2". */
const Since = ({ figure: { key, value, confirmed } }: { figure: Figure }) => {
  if (confirmed === null) return '–'
  const text = valueText(key, confirmed)
  const change = value - confirmed
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <span className="figures">{text}</span>
      {change !== 0 && <StatusBadge tone="bad">{signed(valueText(key, change), change)}</StatusBadge>}
    </Group>
  )
}

const Figures = ({ detail, onOpen }: { detail: ConfirmationDetail; onOpen: (key: string) => void }) => {
  const { t } = useLingui()
  const columns: Column<Figure>[] = [
    { key: 'label', header: t`Chỉ tiêu`, cell: ({ key }) => `${indicatorLabel(key)} (${unitLabel(key)})` },
    {
      key: 'value',
      header: t`Hiện nay`,
      align: 'end',
      cell: ({ key, value }) => <FigureValue line={{ key, breakdown: null, label: null }} value={value} onOpen={() => onOpen(key)} />,
    },
    ...(detail.confirmedAt === null
      ? []
      : [{ key: 'confirmed', header: t`Đã xác nhận`, align: 'end' as const, cell: (figure: Figure) => <Since figure={figure} /> }]),
    ...(detail.previousYear === null
      ? []
      : [
          {
            key: 'previous',
            header: t`Năm ${String(detail.previousYear)}`,
            align: 'end' as const,
            hideBelow: 'sm' as const,
            cell: ({ key, previous }: Figure) => <span className="figures">{valueText(key, previous ?? 0)}</span>,
          },
        ]),
  ]
  const labels = groupLabels()
  return indicatorGroups.map((group) => {
    const items = detail.figures.filter(({ key }) => indicators[key].group === group)
    return items.length === 0 ? null : (
      <section key={group} aria-label={labels[group]}>
        <Title order={2} fz="md" mb="xs">
          {labels[group]}
        </Title>
        <DataTable cards={false} label={labels[group]} columns={columns} items={items} rowKey={({ key }) => key} />
      </section>
    )
  })
}

const Word = ({ detail: { statement, confirmedName, confirmedAt, returnReason, status, exception } }: { detail: ConfirmationDetail }) => {
  const { t } = useLingui()
  return (
    <>
      {status === 'returned' && (
        <Alert color="red" title={t`Văn phòng trả lại số liệu`}>
          {returnReason}
        </Alert>
      )}
      {exception?.running && (
        <Alert color="yellow" title={t`Đang mở ngoại lệ: đơn vị được sửa số liệu đã khóa`}>
          <Trans>
            Đến <DateTime value={exception.ends} />. Lý do: {exception.reason} ({exception.grantedByName})
          </Trans>
        </Alert>
      )}
      {confirmedName !== null && (
        <Alert color="leaf" title={<PersonName name={confirmedName} note={<DateTime value={confirmedAt} />} />}>
          {statement}
        </Alert>
      )}
    </>
  )
}

type DetailProps = { unitId: string; figure: string | undefined; onFigure: (key: string | undefined) => void }

/** A unit's figures, each opening its records; its head confirms them, the office answers. */
export const UnitDetail = ({ unitId, figure, onFigure }: DetailProps) => {
  const { t } = useLingui()
  const { id: campaignId, year } = useCampaign()
  const query = useQuery(queryOf(confirmations.get, { params: { campaignId, unitId } }))
  return (
    <Answer query={query}>
      {(detail) => {
        const open = detail.figures.find(({ key }) => key === figure)
        return (
          <Stack>
            <PageTitle
              title={t`Số liệu của ${detail.unitName}, năm ${String(year)}`}
              description={<ConfirmationBadges item={detail} />}
              action={<OfficeActions detail={detail} />}
            />
            <Word detail={detail} />
            <ConfirmForm detail={detail} />
            <Figures detail={detail} onOpen={onFigure} />
            {detail.lateChanges.length > 0 && <LateChanges items={detail.lateChanges} />}
            {detail.id && <History subject="FigureConfirmation" id={detail.id} words={confirmationLabels()} />}
            {open && <UnitRecords unitId={unitId} figure={open} onClose={() => onFigure(undefined)} />}
          </Stack>
        )
      }}
    </Answer>
  )
}

const UnitRecords = ({ unitId, figure: { key, value }, onClose }: { unitId: string; figure: Figure; onClose: () => void }) => {
  const { id: campaignId } = useCampaign()
  const input = { params: { campaignId, unitId, key }, query: {} }
  const list = useInfiniteQuery(infiniteOf(confirmations.records, input))
  return (
    <RecordsDrawer
      figure={key}
      title={indicatorLabel(key)}
      query={list}
      exportHref={exportUrl(confirmations.records, input, 'xlsx')}
      shown={value}
      onClose={onClose}
    />
  )
}
