import type { ReportRecord } from '@chung-tay/contracts/report'
import { formatDay } from '@chung-tay/domain/dates'
import { plural, t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, Text } from '@mantine/core'
import { useCampaign } from '../session/session.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { FileLink } from '../ui/fields/file-field.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { DateTime, Day, StatusBadge } from '../ui/texts.tsx'
import { sendingLabel } from './report-labels.ts'

/** In time or late, for good once it is sent. */
export const DueDay = ({ report: { daysLate, sentOn }, dueOn }: { report: Pick<ReportRecord, 'daysLate' | 'sentOn'>; dueOn: string }) => {
  const { t: told } = useLingui()
  return (
    <Group gap="xs">
      <Day value={dueOn} />
      {daysLate > 0 && <StatusBadge tone="bad">{plural(daysLate, { other: 'Trễ # ngày' })}</StatusBadge>}
      {daysLate === 0 && sentOn !== null && <StatusBadge tone="good">{told`Đúng hạn`}</StatusBadge>}
    </Group>
  )
}

const Sent = ({ report: { sentOn, sentTo, sentVia, proofs } }: { report: ReportRecord }) => (
  <Group gap="xs">
    <span>
      <Day value={sentOn} />, {sentTo}
      {sentVia && ` (${sendingLabel(sentVia)})`}
    </span>
    {proofs.map((proof) => (
      <FileLink key={proof.id} file={proof} />
    ))}
  </Group>
)

/** Who did what when: handed in, signed, numbered, sent. */
export const ReportFacts = ({ report }: { report: ReportRecord }) => {
  const { t } = useLingui()
  const { reportDueOn } = useCampaign()
  const moment = (label: string, name: string | null, at: Date | null): Fact[] =>
    at === null
      ? []
      : [
          {
            label,
            value: (
              <>
                {name}, <DateTime value={at} />
              </>
            ),
          },
        ]
  return (
    <Facts
      facts={[
        { label: t`Hạn gửi báo cáo`, value: <DueDay report={report} dueOn={reportDueOn} /> },
        ...moment(t({ message: 'Trình ký', context: 'history' }), report.submittedByName, report.submittedAt),
        ...moment(t({ message: 'Ký', context: 'history' }), report.signedByName, report.signedAt),
        ...(report.number === null
          ? []
          : [{ label: t`Số, ngày ban hành`, value: `${report.number} – ${report.issuedOn?.split('-').reverse().join('/')}` }]),
        ...(report.sentOn === null ? [] : [{ label: t`Đã gửi`, value: <Sent report={report} />, wide: true }]),
        ...(report.hash === null ? [] : [{ label: t`Mã kiểm tra nội dung đã ký (SHA-256)`, value: report.hash, wide: true }]),
      ]}
    />
  )
}

export const citedText = ({ number, issuedOn, revision }: NonNullable<ReportRecord['replaces']>) =>
  number === null ? t`lần ${revision}` : t`số ${number}${issuedOn ? t`, ngày ${formatDay(issuedOn)}` : ''}`

const Cited = ({ cited }: { cited: NonNullable<ReportRecord['replaces']> }) => {
  const { year } = useCampaign()
  return (
    <PlaceAnchor
      link={placeOf({ to: '/$year/report', params: { year }, search: { revision: cited.id } })}
    >{t`báo cáo ${citedText(cited)}`}</PlaceAnchor>
  )
}

/** What this report stands for, or what stands for it now. */
export const Revisions = ({ report }: { report: ReportRecord }) => {
  const { t: told } = useLingui()
  if (report.replaces === null && report.replacedBy === null) return null
  return (
    <Alert color="stamen" mb="md" title={report.replacedBy ? told`Báo cáo này đã được thay thế` : told`Báo cáo đính chính`}>
      {report.replaces && (
        <Text size="sm">
          <Trans>
            Thay thế <Cited cited={report.replaces} />.
          </Trans>{' '}
          {report.correction}
        </Text>
      )}
      {report.replacedBy && (
        <Text size="sm">
          <Trans>
            Bản thay thế: <Cited cited={report.replacedBy} />.
          </Trans>
        </Text>
      )}
    </Alert>
  )
}
