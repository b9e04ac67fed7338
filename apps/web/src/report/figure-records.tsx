import { annexes } from '@chung-tay/contracts/annex'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { reports } from '@chung-tay/contracts/report'
import type { Subject } from '@chung-tay/domain/access/abilities'
import { type IndicatorKey, indicators, type RecordSubject } from '@chung-tay/domain/report/indicators'
import { t } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { exportUrl } from '../api/call.ts'
import { infiniteOf, queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { formatCount } from '../ui/format.ts'
import { PageSkeleton } from '../ui/page-skeleton.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { ErrorState } from '../ui/states.tsx'
import { Day } from '../ui/texts.tsx'
import { fullLabel, lineLabel, valueText } from './report-labels.ts'

type Item = OutputOf<typeof reports.records>['items'][number]
type Named = Pick<Item, 'subject' | 'id' | 'title' | 'number'>

/** What a record is called where it has no name of its own, or none that this person may see. */
const subjectLabels = (): Record<RecordSubject, string> => ({
  LegalBasis: t`Văn bản`,
  Campaign: t`Kế hoạch`,
  AwardDecision: t`Quyết định số`,
  Publication: t`Tin, bài`,
  Task: t`Nhiệm vụ`,
  Donor: t`Người ủng hộ`,
  Donation: t`Phiếu thu`,
  Disbursement: t`Phiếu chi`,
  JournalEntry: t`Bút toán`,
  Child: t`Cháu thứ`,
  GiftListLine: t`Suất quà thứ`,
  Event: t`Hoạt động`,
  Nomination: t`Đề nghị thứ`,
  TaskChase: t`Đôn đốc`,
  NoticeReader: t`Người được thông báo thứ`,
})

type Place = { to: string; search?: object; params?: Record<string, string> }

/** Where a record is opened; a list is searched for those that have no page of their own. */
const places: Partial<Record<RecordSubject, (item: Named) => Place>> = {
  LegalBasis: () => ({ to: '/$year/plan' }),
  Campaign: () => ({ to: '/$year/plan' }),
  AwardDecision: ({ id }) => ({ to: '/$year/decisions/$decisionId', params: { decisionId: id } }),
  Publication: ({ id }) => ({ to: '/$year/publications', search: { open: id } }),
  Task: ({ id }) => ({ to: '/$year/tasks/$taskId', params: { taskId: id } }),
  Donor: ({ title }) => ({ to: '/$year/donations', search: { q: title } }),
  Donation: ({ id }) => ({ to: '/$year/donations', search: { open: id } }),
  Disbursement: ({ id }) => ({ to: '/$year/disbursements', search: { open: id } }),
  JournalEntry: ({ number }) => ({ to: '/$year/ledger', search: { q: number } }),
  Child: ({ id }) => ({ to: '/$year/children', search: { open: id } }),
  GiftListLine: ({ title }) => ({ to: '/$year/gift-lines', search: { q: title } }),
  Event: ({ id }) => ({ to: '/$year/events', search: { open: id } }),
  Nomination: ({ id }) => ({ to: '/$year/nominations', search: { open: id } }),
}
const named: ReadonlySet<RecordSubject> = new Set(['Child', 'Donor', 'GiftListLine'])

const nameOf = ({ subject, title, number }: Named): string => title ?? `${subjectLabels()[subject]} ${number}`

// A plan's bases are read with the plan; a child's hand-out with the child.
const readWith = { LegalBasis: 'Campaign', TaskChase: 'Task', NoticeReader: 'Campaign' } as const
const permissionOf = (subject: RecordSubject) =>
  `read ${subject in readWith ? readWith[subject as keyof typeof readWith] : (subject as Subject)}` as const

export const RecordName = ({ item }: { item: Named }) => {
  const { year } = useCampaign()
  const can = useCan()
  const { routesByPath } = useRouter()
  const place = places[item.subject]?.(item)
  // Who may not see the name may not open the record either.
  const hidden = item.title === null && named.has(item.subject)
  if (!place || hidden || !(place.to in routesByPath) || !can(permissionOf(item.subject))) return nameOf(item)
  return <PlaceAnchor link={placeOf({ to: place.to, params: { year, ...place.params }, search: place.search ?? {} })}>{nameOf(item)}</PlaceAnchor>
}

const useColumns = (figure: IndicatorKey): Column<Item>[] => {
  const { t } = useLingui()
  return [
    { key: 'title', header: t`Bản ghi`, cell: (item) => <RecordName item={item} /> },
    { key: 'day', header: t`Ngày`, cell: (item) => <Day value={item.day} /> },
    { key: 'unit', header: t`Đơn vị`, hideBelow: 'md', cell: (item) => item.unit ?? '–' },
    {
      key: 'contribution',
      header: indicators[figure].kind === 'money' ? t`Số tiền` : t`Tính`,
      align: 'end',
      cell: (item) => <span className="figures">{valueText(figure, item.contribution)}</span>,
    },
  ]
}

type RecordsProps = {
  figure: IndicatorKey
  /** What is being counted, above the list. */
  title: string
  query: UseInfiniteQueryResult<InfiniteData<OutputOf<typeof reports.records>>>
  exportHref: string
  /** The figure as it stood on the page that was come from. */
  shown: number | undefined
  onClose: () => void
}

/** The list behind a figure; its sum is shown beside the figure, so that anybody sees that they are one. */
export const RecordsDrawer = ({ figure, title, query: list, exportHref, shown, onClose }: RecordsProps) => {
  const { t } = useLingui()
  const columns = useColumns(figure)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const { total = 0, sum = 0 } = list.data?.pages[0] ?? {}
  return (
    <RecordDrawer title={title} onClose={onClose} size="xl">
      {list.isPending && <PageSkeleton />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && (
        <Stack>
          <Alert color="leaf" p="xs" icon={<IconCircleCheck aria-hidden />}>
            <Plural value={total} other={`${formatCount(total)} bản ghi`} />,{' '}
            {indicators[figure].kind === 'rate' ? (
              <Trans>bình quân: {valueText(figure, sum)}</Trans>
            ) : (
              <Trans>cộng lại: {valueText(figure, sum)}</Trans>
            )}
            {shown !== undefined && shown !== sum && <Trans>; số liệu đang được tính lại</Trans>}
          </Alert>
          <Group justify="flex-end" className="no-print">
            <Button component="a" size="compact-sm" variant="default" download href={exportHref} leftSection={<IconDownload size={14} aria-hidden />}>
              {t`Xuất Excel`}
            </Button>
          </Group>
          <DataTable label={t`Bản ghi tạo nên số liệu`} columns={columns} items={items} rowKey={({ id, contribution }) => `${id} ${contribution}`} />
          {list.hasNextPage && (
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              <Trans>
                Xem thêm ({formatCount(items.length)}/{formatCount(total)})
              </Trans>
            </Button>
          )}
        </Stack>
      )}
    </RecordDrawer>
  )
}

type FigureRecordsProps = { figure: IndicatorKey; breakdown: string | null; row: string | null; onClose: () => void }

/** The records behind a figure of the annex, narrowed as its line is. */
export const FigureRecords = ({ figure, breakdown, row, onClose }: FigureRecordsProps) => {
  const { id: campaignId } = useCampaign()
  const input = { params: { campaignId, key: figure }, query: { ...(breakdown !== null && { breakdown }), ...(row !== null && { row }) } }
  const list = useInfiniteQuery(infiniteOf(reports.records, input))
  const annex = useQuery(queryOf(annexes.get, { params: { campaignId } }))
  const line = annex.data?.rows.find((one) => one.indicator === figure && one.id === row)
  const part = line?.figures.find((one) => one.breakdown === breakdown)
  const name = line && part && (breakdown === null ? line.label : `${line.label}: ${lineLabel({ key: figure, ...part })}`)
  return (
    <RecordsDrawer
      figure={figure}
      title={name ?? fullLabel({ key: figure, breakdown, label: null })}
      query={list}
      exportHref={exportUrl(reports.records, input, 'xlsx')}
      shown={part?.value}
      onClose={onClose}
    />
  )
}
