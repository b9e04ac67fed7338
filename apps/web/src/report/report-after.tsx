import type { ReportRecord } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconFilePencil, IconHash, IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { PackageButton } from '../packages/package-button.tsx'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { IssueForm } from './issue-form.tsx'
import { SendForm } from './send-form.tsx'

/** What the records desk and the office do with a signed report: number it, send it, correct it by another. */
export const AfterSignature = ({ report, recipient }: { report: ReportRecord; recipient: string }) => {
  const { t } = useLingui()
  const can = useCan()
  const [asked, setAsked] = useState<'issue' | 'send' | 'correct' | null>(null)
  const close = () => setAsked(null)
  const correct = useAction(reportArchive.correct, { done: t`Đã lập báo cáo thay thế; hãy sửa rồi trình ký lại`, onDone: close })
  const numbered = report.number !== null
  return (
    <>
      {can('issue Report') && !report.replacedBy && (
        <Button variant={numbered ? 'default' : 'filled'} leftSection={<IconHash size={16} aria-hidden />} onClick={() => setAsked('issue')}>
          {numbered ? t`Sửa số, ngày ban hành` : t`Ghi số, ngày ban hành`}
        </Button>
      )}
      {can('issue Report') && numbered && !report.replacedBy && (
        <Button
          variant={report.sentOn === null ? 'filled' : 'default'}
          leftSection={<IconMailForward size={16} aria-hidden />}
          onClick={() => setAsked('send')}
        >
          {report.sentOn === null ? t`Gửi báo cáo` : t`Sửa thông tin gửi`}
        </Button>
      )}
      {can('issue Report') && numbered && <PackageButton reportId={report.id} />}
      {can('create Report') && report.replacedBy === null && (
        <Button variant="default" leftSection={<IconFilePencil size={16} aria-hidden />} onClick={() => setAsked('correct')}>
          {t`Đính chính`}
        </Button>
      )}
      {asked === 'issue' && <IssueForm report={report} onClose={close} />}
      {asked === 'send' && <SendForm report={report} recipient={recipient} onClose={close} />}
      {asked === 'correct' && (
        <ReasonDialog
          title={t`Lập báo cáo thay thế?`}
          label={t`Báo cáo đã ký sai hoặc thiếu gì, vì sao?`}
          confirmLabel={t`Lập báo cáo thay thế`}
          pending={correct.isPending}
          onClose={close}
          onReason={(correction) => correct.mutate({ params: { id: report.id }, body: { correction }, version: report.version })}
        />
      )}
    </>
  )
}
