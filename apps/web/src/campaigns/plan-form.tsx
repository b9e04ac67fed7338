import { campaigns, type PlanRecord } from '@chung-tay/contracts/campaigns'
import { schoolYearOf } from '@chung-tay/domain/campaigns/plan'
import { useLingui } from '@lingui/react/macro'
import { Group, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { LinesField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { LegalBasesField } from './legal-bases-field.tsx'
import { YearField } from './year-field.tsx'

export type PlanValues = ValuesOf<typeof campaigns.create>

/** What follows from the year, until somebody writes otherwise. */
const ofYear = (year: number) => ({
  title: `Tổ chức Tháng hành động vì trẻ em năm ${year}`,
  startsOn: `${year}-06-01`,
  endsOn: `${year}-06-30`,
  reportDueOn: `${year}-07-05`,
  schoolYear: schoolYearOf(year),
})

/** The text of a plan; `isNew` lets title and days follow the year. */
export const PlanFields = ({ form, isNew }: { form: RecordForm<PlanValues>; isNew: boolean }) => {
  const { t } = useLingui()
  const follow = (year: unknown) => {
    if (typeof year !== 'number' || year < 2000 || year > 2100) return
    for (const [name, value] of Object.entries(ofYear(year))) form.setValue(name as keyof ReturnType<typeof ofYear>, value, { shouldDirty: true })
  }
  return (
    <Stack gap="md">
      <Group gap="sm" grow align="flex-start">
        <YearField form={form} name="year" label={t`Năm`} required {...(isNew && { onPicked: follow })} />
        <TextField form={form} name="schoolYear" label={t`Năm học`} description={t`Để xét khen thưởng, ví dụ 2020-2021`} required />
      </Group>
      <TextField form={form} name="title" label={t`Tên kế hoạch`} required />
      <TextAreaField
        form={form}
        name="theme"
        label={t`Chủ đề`}
        description={t`Theo văn bản hướng dẫn của năm; cần có trước khi trình Lãnh đạo`}
        minRows={2}
      />
      <LegalBasesField form={form} />
      <TextAreaField form={form} name="preface" label={t`Lời mở đầu`} description={t`Để trống thì tự soạn từ căn cứ và chủ đề`} minRows={2} />
      <TextAreaField form={form} name="purpose" label={t`Mục đích`} description={t`Mỗi ý một dòng`} />
      <TextAreaField form={form} name="requirements" label={t`Yêu cầu`} description={t`Mỗi ý một dòng`} />
      <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
        <DateField form={form} name="startsOn" label={t`Thực hiện từ ngày`} required />
        <DateField form={form} name="endsOn" label={t`Đến ngày`} required />
        <DateField form={form} name="reportDueOn" label={t`Báo cáo trước ngày`} required />
      </Group>
      <TextField form={form} name="recipientName" label={t`Nơi nhận báo cáo`} required />
      <LinesField
        form={form}
        name="recipients"
        label={t`Nơi nhận kế hoạch`}
        description={t`Mỗi nơi một dòng; dòng Lưu được thêm tự động`}
        minRows={2}
      />
    </Stack>
  )
}

type NewProps = { year: number; previous: PlanRecord | null; onClose: () => void; onCreated: (year: number) => void }

/** A new year begins with the words of the one before; theme and legal bases come anew each year. */
export const NewPlan = ({ year, previous, onClose, onCreated }: NewProps) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: campaigns.create,
    draftKey: 'campaign:new',
    defaults: {
      year,
      ...ofYear(year),
      theme: '',
      purpose: previous?.purpose ?? '',
      requirements: previous?.requirements ?? '',
      preface: '',
      recipients: previous?.recipients ?? [],
      recipientName: previous?.recipientName ?? '',
      legalBases: [],
    },
    input: (body) => ({ body }),
    onSaved: (plan) => {
      toastDone(t`Đã lập kế hoạch. Hãy thêm các nội dung hoạt động rồi trình Lãnh đạo.`)
      onCreated(plan.year)
    },
  })
  return (
    <FormDrawer form={form} title={t`Lập kế hoạch Tháng hành động`} submitLabel={t`Lập kế hoạch`} onClose={onClose} size="xl">
      <PlanFields form={form} isNew />
    </FormDrawer>
  )
}

const valuesOf = (plan: PlanRecord): PlanValues => ({
  year: plan.year,
  title: plan.title,
  theme: plan.theme,
  purpose: plan.purpose,
  requirements: plan.requirements,
  preface: plan.preface,
  recipients: plan.recipients,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  reportDueOn: plan.reportDueOn,
  recipientName: plan.recipientName,
  schoolYear: plan.schoolYear,
  legalBases: plan.legalBases,
})

type EditProps = { plan: PlanRecord; onClose: () => void; onSaved: (year: number) => void }

export const EditPlan = ({ plan, onClose, onSaved }: EditProps) => {
  const { t } = useLingui()
  const params = { id: plan.id }
  const form = useRecordForm({
    contract: campaigns.update,
    draftKey: `campaign:${plan.id}`,
    defaults: valuesOf(plan),
    version: plan.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(campaigns.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: ({ year }) => {
      toastDone(t`Đã lưu kế hoạch`)
      onSaved(year)
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa kế hoạch`} onClose={onClose} size="xl">
      <PlanFields form={form} isNew={false} />
    </FormDrawer>
  )
}

export const IssuePlan = ({ plan, today, onClose }: { plan: PlanRecord; today: string; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: campaigns.issue,
    draftKey: null,
    defaults: { planNumber: plan.planNumber ?? '', planIssuedOn: plan.planIssuedOn ?? today },
    version: plan.version,
    input: (body, version) => ({ params: { id: plan.id }, body, version }),
    onSaved: () => {
      toastDone(t`Đã ghi số kế hoạch`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Số và ngày ban hành`} onClose={onClose} size="md">
      <Stack gap="md">
        <TextField
          form={form}
          name="planNumber"
          label={t`Số`}
          description={t`Chỉ ghi số văn thư đã cấp, ví dụ 32; ký hiệu được thêm vào sau`}
          required
          autoFocus
        />
        <DateField form={form} name="planIssuedOn" label={t`Ngày ban hành`} required />
      </Stack>
    </FormDrawer>
  )
}
