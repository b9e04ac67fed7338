import { type ReportRecord, reports } from '@chung-tay/contracts/report'
import { useLingui } from '@lingui/react/macro'
import { call } from '../api/call.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** The number and day that the records desk gave the signed report. */
export const IssueForm = ({ report, onClose }: { report: ReportRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const valuesOf = ({ number, issuedOn }: ReportRecord) => ({ number: number ?? '', issuedOn: issuedOn ?? today })
  const form = useRecordForm({
    contract: reports.issue,
    draftKey: `report:${report.id}:issue`,
    defaults: valuesOf(report),
    version: report.version,
    input: (body, version) => ({ params: { id: report.id }, body, version }),
    reload: async () => {
      const { report: fresh } = await call(reports.get, { params: { campaignId: report.campaignId } })
      return { values: valuesOf(fresh ?? report), version: fresh?.version ?? report.version }
    },
    onSaved: () => {
      toastDone(t`Đã ghi số và ngày ban hành`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Số, ngày ban hành`} onClose={onClose} size="md">
      <TextField form={form} name="number" label={t`Số`} description={t`Chỉ ghi phần số, ví dụ 25; ký hiệu do hệ thống thêm.`} required autoFocus />
      <DateField form={form} name="issuedOn" label={t`Ngày ban hành`} required />
    </FormDrawer>
  )
}
