import { type EventDetail, events } from '@chung-tay/contracts/events'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { call } from '../api/call.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { CountField, MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** Nobody has counted yet: a nought left standing would go into the report as a figure. */
const uncounted = null as never

const valuesOf = (event: EventDetail, today: string): ValuesOf<typeof events.hold> => ({
  heldOn: event.heldOn > today ? today : event.heldOn,
  ...(event.status === 'held'
    ? { participants: event.participants, childrenReached: event.childrenReached, cost: event.cost, incidents: event.incidents }
    : { participants: uncounted, childrenReached: uncounted, cost: uncounted, incidents: uncounted }),
  incidentNote: event.incidentNote,
  summary: event.summary,
  fileIds: [],
})

/** What came of an event: the figures that the result report counts. */
export const HoldForm = ({ event, onClose }: { event: EventDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const params = { id: event.id }
  const form = useRecordForm({
    contract: events.hold,
    draftKey: `event:hold:${event.id}`,
    defaults: valuesOf(event, today),
    version: event.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(events.get, { params })
      return { values: valuesOf(fresh, today), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã ghi nhận kết quả tổ chức`)
      onClose()
    },
  })
  const incidents = useWatch({ control: form.control, name: 'incidents' })
  return (
    <FormDrawer form={form} title={event.status === 'held' ? t`Sửa kết quả tổ chức` : t`Ghi nhận đã tổ chức`} onClose={onClose}>
      <Stack gap="md">
        <DateField form={form} name="heldOn" label={t`Ngày tổ chức`} max={today} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CountField form={form} name="participants" label={t`Số người tham gia`} required />
          <CountField form={form} name="childrenReached" label={t`Trong đó trẻ em`} required />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyField form={form} name="cost" label={t`Kinh phí`} description={t`Không tốn kinh phí thì ghi 0.`} required />
          <CountField form={form} name="incidents" label={t`Số sự cố`} description={t`Tai nạn, lạc trẻ, ngộ độc… Không có thì ghi 0.`} required />
        </SimpleGrid>
        {incidents > 0 && <TextAreaField form={form} name="incidentNote" label={t`Diễn biến và cách xử lý sự cố`} required />}
        <TextAreaField form={form} name="summary" label={t`Tóm tắt kết quả`} />
        <FileField form={form} name="fileIds" label={t`Ảnh, tài liệu`} description={t`Chỉ đăng ảnh trẻ em khi bố mẹ và cháu từ đủ 7 tuổi đồng ý.`} />
      </Stack>
    </FormDrawer>
  )
}
