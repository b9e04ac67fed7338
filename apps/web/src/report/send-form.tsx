import type { ReportRecord } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { sendingOptions } from './report-labels.ts'

/** When, to whom and how the paper left, with the proof of it. */
export const SendForm = ({ report, recipient, onClose }: { report: ReportRecord; recipient: string; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const valuesOf = ({ sentOn, sentTo, sentVia }: ReportRecord) => ({
    sentOn: sentOn ?? today,
    sentTo: sentTo ?? recipient,
    sentVia: sentVia ?? ('axis' as const),
    fileIds: [],
  })
  const form = useRecordForm({
    contract: reportArchive.send,
    draftKey: `report:${report.id}:send`,
    defaults: valuesOf(report),
    version: report.version,
    input: (body, version) => ({ params: { id: report.id }, body, version }),
    reload: async () => {
      const fresh = await call(reportArchive.get, { params: { id: report.id } })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã ghi nhận gửi báo cáo`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Gửi báo cáo`} submitLabel={t`Ghi nhận đã gửi`} onClose={onClose} size="md">
      <Stack gap="md">
        <DateField form={form} name="sentOn" label={t`Ngày gửi`} required max={today} />
        <TextField form={form} name="sentTo" label={t`Nơi nhận`} required />
        <SelectField form={form} name="sentVia" label={t`Hình thức gửi`} options={sendingOptions()} required />
        <FileField
          form={form}
          name="fileIds"
          label={t`Minh chứng gửi`}
          description={t`Ảnh chụp màn hình trục liên thông, phiếu gửi bưu điện, sổ giao nhận`}
        />
      </Stack>
    </FormDrawer>
  )
}
