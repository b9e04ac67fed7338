import { type EventDetail, events } from '@chung-tay/contracts/events'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useCampaign, useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { eventKindOptions } from './event-labels.ts'
import { useOwnUnitOptions } from './queries.ts'

type Plan = ValuesOf<typeof events.create>

const PlanFields = ({ form }: { form: RecordForm<Plan> }) => {
  const { t } = useLingui()
  const units = useOwnUnitOptions()
  return (
    <Stack gap="md">
      <TextField form={form} name="name" label={t`Tên hoạt động, sự kiện`} required />
      <SelectField form={form} name="kind" label={t`Loại`} options={eventKindOptions()} required />
      <SelectField form={form} name="unitId" label={t`Đơn vị tổ chức`} options={units} required />
      <DateField form={form} name="heldOn" label={t`Ngày tổ chức`} required />
      <TextField form={form} name="place" label={t`Địa điểm`} required />
    </Stack>
  )
}

export const NewEvent = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const { headedUnitIds, today } = useMe()
  const { startsOn, endsOn } = campaign
  const day = startsOn <= today && today <= endsOn ? today : startsOn
  const form = useRecordForm({
    contract: events.create,
    draftKey: `event:new:${campaign.id}`,
    defaults: { name: '', kind: 'entertainment', unitId: headedUnitIds[0] ?? '', heldOn: day, place: '' },
    input: (body) => ({ params: { campaignId: campaign.id }, body }),
    onSaved: ({ id }) => {
      toastDone(t`Đã thêm hoạt động`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm hoạt động, sự kiện`} onClose={onClose}>
      <PlanFields form={form} />
    </FormDrawer>
  )
}

const valuesOf = ({ name, kind, unitId, heldOn, place }: EventDetail): Plan => ({ name, kind, unitId, heldOn, place })

export const EditEvent = ({ event, onClose }: { event: EventDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: event.id }
  const form = useRecordForm({
    contract: events.update,
    draftKey: `event:${event.id}`,
    defaults: valuesOf(event),
    version: event.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(events.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa hoạt động, sự kiện`} onClose={onClose}>
      <PlanFields form={form} />
    </FormDrawer>
  )
}
