import { type ReportRecord, reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { type ReportAction, reportTransitions } from '@chung-tay/domain/report/report-status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconRefresh, IconSend, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, ReasonDialog } from '../ui/dialogs.tsx'
import { AfterSignature } from './report-after.tsx'

/** Of this very report, or of the first draft while there is none. */
export const DownloadButton = ({ label, reportId }: { label: string; reportId?: string }) => {
  const { id } = useCampaign()
  const params = { campaignId: id }
  const word = reportId ? urlOf(reportArchive.document, { params: { id: reportId } }) : urlOf(reports.document, { params })
  const pdf = reportId ? urlOf(reportArchive.documentPdf, { params: { id: reportId } }) : urlOf(reports.documentPdf, { params })
  return (
    <Button.Group>
      <Button component="a" variant="default" href={word} download leftSection={<IconDownload size={16} aria-hidden />}>
        {label}
      </Button>
      <Button component="a" variant="default" href={pdf} download>
        PDF
      </Button>
    </Button.Group>
  )
}

/** The office's part: write anew from the records, hand in. */
const OfficeActions = ({ report, moves }: { report: ReportRecord; moves: (action: ReportAction) => boolean }) => {
  const { t } = useLingui()
  const can = useCan()
  const kept = report.sections.filter(({ edited }) => edited).length
  const compile = useAction(reports.compile, {
    done: kept === 0 ? t`Đã soạn lại theo số liệu hiện tại` : t`Đã soạn lại theo số liệu hiện tại; giữ nguyên ${kept} mục đã sửa`,
  })
  const submit = useAction(reports.submit, { done: t`Đã trình Lãnh đạo ký` })
  const input = { params: { id: report.id }, version: report.version }
  return (
    <>
      {moves('edit') && can('update Report') && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={compile.isPending}
          onClick={() => compile.mutate(input)}
        >
          {t`Soạn lại từ số liệu`}
        </Button>
      )}
      {moves('submit') && can('submit Report') && (
        <Button leftSection={<IconSend size={16} aria-hidden />} loading={submit.isPending} onClick={() => submit.mutate(input)}>
          {t`Trình ký`}
        </Button>
      )}
    </>
  )
}

/** Leadership's part: sign or return. */
const SignActions = ({ report }: { report: ReportRecord }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState<'sign' | 'return' | null>(null)
  const close = () => setAsked(null)
  const sign = useAction(reports.sign, { done: t`Đã ký báo cáo`, onDone: close })
  const giveBack = useAction(reports.return, { done: t`Đã trả lại Văn phòng`, onDone: close })
  const input = { params: { id: report.id }, version: report.version }
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setAsked('return')}>
        {t`Trả lại`}
      </Button>
      <Button leftSection={<IconSignature size={16} aria-hidden />} onClick={() => setAsked('sign')}>
        {t`Ký báo cáo`}
      </Button>
      {asked === 'sign' && (
        <ConfirmDialog
          title={t`Ký báo cáo kết quả?`}
          confirmLabel={t`Ký`}
          pending={sign.isPending}
          onClose={close}
          onConfirm={() => sign.mutate(input)}
        >
          {t`Nội dung và số liệu được giữ nguyên như lúc ký và không sửa được nữa. Thay đổi của sổ sách về sau hiện thành chênh lệch.`}
        </ConfirmDialog>
      )}
      {asked === 'return' && (
        <ReasonDialog
          title={t`Trả lại báo cáo cho Văn phòng?`}
          label={t`Cần bổ sung hoặc sửa gì?`}
          confirmLabel={t`Trả lại`}
          pending={giveBack.isPending}
          onClose={close}
          onReason={(reason) => giveBack.mutate({ ...input, body: { reason } })}
        />
      )}
    </>
  )
}

/** What this person may do with the report in the state it is in. */
export const ReportActions = ({ report, recipient }: { report: ReportRecord; recipient: string }) => {
  const { t } = useLingui()
  const can = useCan()
  const moves = (action: ReportAction) => mayAdvance(reportTransitions, report.status, action)
  return (
    <>
      <DownloadButton reportId={report.id} label={report.status === 'signed' ? t`Tải báo cáo (.docx)` : t`Tải bản xem trước (.docx)`} />
      <OfficeActions report={report} moves={moves} />
      {moves('sign') && can('sign Report') && <SignActions report={report} />}
      {report.status === 'signed' && <AfterSignature report={report} recipient={recipient} />}
    </>
  )
}
