import { type ReportRecord, type ReportSectionRecord, reports } from '@chung-tay/contracts/report'
import { useLingui } from '@lingui/react/macro'
import { call } from '../api/call.ts'
import { TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type SectionFormProps = { report: ReportRecord; section: ReportSectionRecord; onClose: () => void }

/** The text of one section, in its place. */
export const SectionForm = ({ report, section, onClose }: SectionFormProps) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: reports.editSection,
    draftKey: `report-section:${section.id}`,
    defaults: { text: section.text },
    version: section.version,
    input: (body, version) => ({ params: { id: section.id }, body, version }),
    reload: async () => {
      const { report: fresh } = await call(reports.get, { params: { campaignId: report.campaignId } })
      const now = fresh?.sections.find(({ id }) => id === section.id) ?? section
      return { values: { text: now.text }, version: now.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu nội dung`)
      onClose()
    },
  })
  return (
    <FormBody form={form} submitLabel={t`Lưu`} onCancel={onClose}>
      <TextAreaField
        form={form}
        name="text"
        label={t`Nội dung`}
        description={t`Mỗi dòng là một đoạn; dòng bắt đầu bằng “- ” thành gạch đầu dòng trong báo cáo.`}
        minRows={5}
      />
    </FormBody>
  )
}
