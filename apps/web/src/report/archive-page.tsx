import { type ArchivedReport, reportArchive } from '@chung-tay/contracts/report-archive'
import { useLingui } from '@lingui/react/macro'
import { Anchor, Group, Paper, Text } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Day, PersonName, StatusBadge } from '../ui/texts.tsx'
import { DueDay } from './report-facts.tsx'
import { sendingLabel, statusLabels, statusTones } from './report-labels.ts'

const useColumns = (): Column<ArchivedReport>[] => {
  const { t } = useLingui()
  const labels = statusLabels()
  const state = (report: ArchivedReport) => {
    if (report.replacedBy) return <StatusBadge tone="warn">{t`Đã được thay thế`}</StatusBadge>
    return <StatusBadge tone={statusTones[report.status]}>{labels[report.status]}</StatusBadge>
  }
  return [
    {
      key: 'year',
      header: t`Năm`,
      cell: (report) => (
        <PersonName
          name={
            <PlaceAnchor
              link={placeOf({ to: '/$year/report', params: { year: report.year }, search: report.replacedBy ? { revision: report.id } : {} })}
            >
              {report.year}
            </PlaceAnchor>
          }
          note={report.revision > 1 ? t`Đính chính lần ${report.revision - 1}` : null}
        />
      ),
    },
    {
      key: 'number',
      header: t`Số, ngày ban hành`,
      cell: (report) => (report.number === null ? '–' : <PersonName name={report.number} note={<Day value={report.issuedOn} />} />),
    },
    { key: 'status', header: t`Trạng thái`, cell: state },
    { key: 'due', header: t`Hạn gửi`, cell: (report) => <DueDay report={report} dueOn={report.reportDueOn} /> },
    {
      key: 'sent',
      header: t`Đã gửi`,
      cell: (report) =>
        report.sentOn === null ? (
          '–'
        ) : (
          <PersonName
            name={<Day value={report.sentOn} />}
            note={report.sentVia ? `${report.sentTo} (${sendingLabel(report.sentVia)})` : report.sentTo}
          />
        ),
    },
    {
      key: 'intact',
      header: t`Nội dung đã ký`,
      cell: (report) => {
        if (report.intact === null) return '–'
        return <StatusBadge tone={report.intact ? 'good' : 'bad'}>{report.intact ? t`Nguyên vẹn` : t`Không nguyên vẹn`}</StatusBadge>
      },
    },
    {
      key: 'files',
      header: t`Tải về`,
      cell: (report) => (
        <Group gap="xs">
          <Anchor size="sm" href={urlOf(reportArchive.document, { params: { id: report.id } })} download>
            Word
          </Anchor>
          <Anchor size="sm" href={urlOf(reportArchive.documentPdf, { params: { id: report.id } })} download>
            PDF
          </Anchor>
        </Group>
      ),
    },
  ]
}

/** Every report the department made, each with its revisions, as it was signed. */
export const ArchivePage = () => {
  const { t } = useLingui()
  const query = useQuery(queryOf(reportArchive.list, {}))
  const columns = useColumns()
  return (
    <>
      <PageTitle title={t`Lưu trữ báo cáo`} description={t`Báo cáo kết quả của các năm với mọi lần đính chính, giữ nguyên như lúc ký.`} />
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconArchive} title={t`Chưa có báo cáo nào`} hint={t`Báo cáo được lập trong trang Báo cáo kết quả của từng năm.`} />
          ) : (
            <Paper className="list-paper">
              <DataTable label={t`Lưu trữ báo cáo`} columns={columns} items={items} rowKey={({ id }) => id} />
              <Text size="xs" c="dimmed" mt="xs">
                {t`“Nguyên vẹn”: mã SHA-256 của nội dung đang lưu trùng với mã lúc ký.`}
              </Text>
            </Paper>
          )
        }
      </Answer>
    </>
  )
}
