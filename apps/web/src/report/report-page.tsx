import { campaigns } from '@chung-tay/contracts/campaigns'
import { documentFindings } from '@chung-tay/contracts/plan-versions'
import { type ReportRecord, reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { type IndicatorKey, indicators } from '@chung-tay/domain/report/indicators'
import { useLingui } from '@lingui/react/macro'
import { Alert, Box, Button, Tabs } from '@mantine/core'
import { IconFilePlus, IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Findings } from '../ui/findings.tsx'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { StatusBadge } from '../ui/texts.tsx'
import { Differences } from './differences.tsx'
import { FigureRecords } from './figure-records.tsx'
import { Figures } from './figures-table.tsx'
import { Narrative } from './narrative.tsx'
import { DownloadButton, ReportActions } from './report-actions.tsx'
import { ReportFacts, Revisions } from './report-facts.tsx'
import { statusLabels, statusTones } from './report-labels.ts'
import { reportRoute } from './routes.ts'

const Begin = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const begin = useAction(reports.create, { done: t`Đã lập báo cáo, nội dung soạn sẵn từ số liệu` })
  const approved = campaign.status !== 'draft' && campaign.status !== 'submitted'
  const hint = approved
    ? t`Nội dung được soạn sẵn từ kết quả nhiệm vụ và số liệu; sau đó có thể sửa từng mục.`
    : t`Báo cáo được lập khi kế hoạch đã được Lãnh đạo duyệt.`
  return (
    <EmptyState
      icon={IconFileText}
      title={t`Chưa lập báo cáo`}
      hint={can('create Report') ? hint : t`Văn phòng sẽ lập báo cáo. Số liệu đã xem được ở thẻ Phụ lục số liệu.`}
      action={
        can('create Report') &&
        approved && (
          <Button
            leftSection={<IconFilePlus size={16} aria-hidden />}
            loading={begin.isPending}
            onClick={() => begin.mutate({ params: { campaignId: campaign.id } })}
          >
            {t`Lập báo cáo`}
          </Button>
        )
      }
    />
  )
}

/** What the paper lacks while it can still be put right. */
const ReportChecks = ({ id }: { id: string }) => {
  const { data } = useQuery(queryOf(documentFindings.report, { params: { id } }))
  return data ? (
    <Box mb="md">
      <Findings items={data.items} />
    </Box>
  ) : null
}

const Head = ({ report }: { report: ReportRecord | null }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const recipient = useQuery(queryOf(campaigns.get, { params: { id: campaign.id } }))
  return (
    <>
      <PageTitle
        title={t`Báo cáo kết quả năm ${String(campaign.year)}`}
        description={report && <StatusBadge tone={statusTones[report.status]}>{statusLabels()[report.status]}</StatusBadge>}
        action={
          report ? (
            <ReportActions report={report} recipient={recipient.data?.recipientName ?? ''} />
          ) : (
            <DownloadButton label={t`Tải bản xem trước (.docx)`} />
          )
        }
      />
      {report?.returnReason && (
        <Alert color="red" mb="md" title={t`Lãnh đạo trả lại báo cáo`}>
          {report.returnReason}
        </Alert>
      )}
      {report && report.status !== 'signed' && <ReportChecks id={report.id} />}
      {report && <Revisions report={report} />}
      {report && <ReportFacts report={report} />}
    </>
  )
}

const isIndicator = (key: string): key is IndicatorKey => key in indicators

/** Only what is signed has differences; an address that names no tab shows the text. */
const tabOf = (asked: string | undefined, signed: boolean) => (asked === 'figures' || (asked === 'differences' && signed) ? asked : 'narrative')

const ReportBody = ({ report }: { report: ReportRecord | null }) => {
  const { t } = useLingui()
  const search = reportRoute.useSearch()
  const navigate = useNavigate()
  const show = (part: object, replace = false) =>
    void navigate(placeOf({ to: '.', search: (before) => ({ ...before, ...part }), replace, resetScroll: false }))
  const signed = report?.status === 'signed'
  const tab = tabOf(search.tab, signed)
  const figure = search.figure !== undefined && isIndicator(search.figure) ? search.figure : undefined
  return (
    <>
      <Head report={report} />
      <Tabs value={tab} onChange={(next) => show({ tab: next ?? 'narrative' }, true)} keepMounted={false} mt="md">
        <Tabs.List mb="md">
          <Tabs.Tab value="narrative">{t`Nội dung`}</Tabs.Tab>
          <Tabs.Tab value="figures">{t`Phụ lục số liệu`}</Tabs.Tab>
          {signed && <Tabs.Tab value="differences">{t`Thay đổi sau khi ký`}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="narrative">{report ? <Narrative report={report} /> : <Begin />}</Tabs.Panel>
        <Tabs.Panel value="figures">
          <Figures
            signed={signed}
            editable={report === null || report.status === 'draft'}
            onOpen={({ key, breakdown, row }) => show({ figure: key, breakdown: breakdown ?? undefined, row: row ?? undefined })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="differences">
          {report && signed && (
            <Differences id={report.id} onOpen={({ key, breakdown }) => show({ figure: key, breakdown: breakdown ?? undefined })} />
          )}
        </Tabs.Panel>
      </Tabs>
      {report && <History subject="Report" id={report.id} words={statusLabels()} />}
      {figure && (
        <FigureRecords
          figure={figure}
          breakdown={search.breakdown ?? null}
          row={search.row ?? null}
          onClose={() => show({ figure: undefined, breakdown: undefined, row: undefined })}
        />
      )}
    </>
  )
}

/** The result report: written from the records, edited, signed, numbered, downloaded; every number opens its records. */
export const ReportPage = () => {
  const { id } = useCampaign()
  const { revision } = reportRoute.useSearch()
  const newest = useQuery({ ...queryOf(reports.get, { params: { campaignId: id } }), enabled: revision === undefined })
  const asked = useQuery({ ...queryOf(reportArchive.get, { params: { id: revision ?? '' } }), enabled: revision !== undefined })
  if (revision !== undefined) return <Answer query={asked}>{(report) => <ReportBody report={report} />}</Answer>
  return <Answer query={newest}>{({ report }) => <ReportBody report={report} />}</Answer>
}
