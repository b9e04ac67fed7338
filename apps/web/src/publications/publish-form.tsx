import { type PublicationDetail, publications } from '@chung-tay/contracts/publications'
import { isOnline } from '@chung-tay/domain/publications/status'
import { useLingui } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { call } from '../api/call.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { channelLabels } from './publication-labels.tsx'

/** Published: on which day, and what proves it. */
export const PublishForm = ({ publication, onClose }: { publication: PublicationDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const params = { id: publication.id }
  const valuesOf = ({ url, plannedOn }: PublicationDetail): ValuesOf<typeof publications.publish> => ({
    publishedOn: plannedOn > today ? today : plannedOn,
    url,
    fileIds: [],
  })
  const form = useRecordForm({
    contract: publications.publish,
    draftKey: `publication:publish:${publication.id}`,
    defaults: valuesOf(publication),
    version: publication.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(publications.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã ghi nhận là đã đăng`)
      onClose()
    },
  })
  const online = isOnline(publication.channel)
  return (
    <FormDrawer form={form} title={t`Ghi nhận đã đăng`} submitLabel={t`Ghi nhận đã đăng`} onClose={onClose}>
      <Stack gap="md">
        <Text fw={600}>{publication.title}</Text>
        <Text size="sm" c="dimmed">
          {channelLabels()[publication.channel]} ·{' '}
          {online
            ? t`Cần đường dẫn đến trang đã đăng, hoặc ít nhất một tệp minh chứng.`
            : t`Kênh này không có đường dẫn: cần ít nhất một ảnh hoặc tệp minh chứng.`}
        </Text>
        <DateField form={form} name="publishedOn" label={t`Ngày đăng`} max={today} required />
        <TextField form={form} name="url" type="url" label={t`Đường dẫn`} placeholder="https://" nullable />
        <FileField
          form={form}
          name="fileIds"
          label={t`Minh chứng`}
          description={t`Ảnh chụp màn hình, ảnh băng rôn hoặc bản PDF của trang đã đăng.`}
          required={!online}
        />
      </Stack>
    </FormDrawer>
  )
}
