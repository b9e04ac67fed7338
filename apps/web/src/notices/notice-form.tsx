import { type NoticeRecord, notices } from '@chung-tay/contracts/notices'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type Content = ValuesOf<typeof notices.create>

const Fields = ({ form }: { form: RecordForm<Content> }) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      <TextField form={form} name="title" label={t`Tiêu đề`} required autoFocus />
      <TextAreaField form={form} name="text" label={t`Nội dung`} minRows={8} required />
    </Stack>
  )
}

export const NewNotice = ({ campaignId, words, onClose }: { campaignId: string; words: Content; onClose: (id?: string) => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: notices.create,
    draftKey: `notice:new:${campaignId}`,
    defaults: words,
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: ({ id }) => {
      toastDone(t`Đã lưu bản nháp thông báo`)
      onClose(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Soạn thông báo`} onClose={() => onClose()} size="lg">
      <Fields form={form} />
    </FormDrawer>
  )
}

export const EditNotice = ({ notice, onClose }: { notice: NoticeRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: notice.id }
  const form = useRecordForm({
    contract: notices.update,
    draftKey: `notice:${notice.id}`,
    defaults: { title: notice.title, text: notice.text },
    version: notice.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const { title, text, version } = await call(notices.get, { params })
      return { values: { title, text }, version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu thông báo`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa thông báo`} onClose={onClose} size="lg">
      <Fields form={form} />
    </FormDrawer>
  )
}
