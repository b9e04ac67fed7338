import { type PublicationDetail, publications } from '@chung-tay/contracts/publications'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useCampaign, useMe } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { FeaturedFields } from './featured-fields.tsx'
import { channelOptions, kindOptions } from './publication-labels.tsx'

type Plan = ValuesOf<typeof publications.create>

const Fields = ({ form, children }: { form: RecordForm<Plan>; children: PublicationDetail['children'] }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SelectField form={form} name="kind" label={t`Loại`} options={kindOptions()} required />
        <SelectField form={form} name="channel" label={t`Kênh đăng`} options={channelOptions()} required />
      </SimpleGrid>
      <TextAreaField form={form} name="title" label={t`Tiêu đề, nội dung khẩu hiệu`} minRows={1} required />
      <TextAreaField form={form} name="content" label={t`Nội dung`} description={t`Tóm tắt hoặc toàn văn, không bắt buộc.`} />
      <TextField form={form} name="url" type="url" label={t`Đường dẫn`} placeholder="https://" nullable />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateField form={form} name="plannedOn" label={t`Ngày dự kiến đăng`} required />
        <SelectField
          form={form}
          name="unitId"
          label={t`Đơn vị thực hiện`}
          options={units}
          description={t`Để trống là đơn vị của bạn.`}
          placeholder={t`Đơn vị của tôi`}
        />
      </SimpleGrid>
      <FeaturedFields form={form} children={children} />
      <FileField
        form={form}
        name="fileIds"
        label={t`Minh chứng đã đăng`}
        description={t`Nếu đã có: ảnh chụp màn hình hoặc bản PDF của trang đã đăng.`}
      />
    </Stack>
  )
}

export const NewPublication = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const { today } = useMe()
  const form = useRecordForm({
    contract: publications.create,
    draftKey: `publication:new:${campaign.id}`,
    defaults: { kind: 'news', channel: 'website', title: '', content: '', url: null, plannedOn: today, unitId: null, fileIds: [], children: [] },
    input: (body) => ({ params: { campaignId: campaign.id }, body }),
    onSaved: ({ id }) => {
      toastDone(t`Đã thêm vào kế hoạch truyền thông`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm tin, bài, khẩu hiệu`} onClose={onClose}>
      <Fields form={form} children={[]} />
    </FormDrawer>
  )
}

const valuesOf = ({ kind, channel, title, content, url, plannedOn, unitId, children }: PublicationDetail): Plan => ({
  kind,
  channel,
  title,
  content,
  url,
  plannedOn,
  unitId,
  fileIds: [],
  // An erased child is nobody who could be named.
  children: children.flatMap(({ childId, name, named, pictured }) => (name === null ? [] : [{ childId, named, pictured }])),
})

export const EditPublication = ({ publication, onClose }: { publication: PublicationDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: publication.id }
  const form = useRecordForm({
    contract: publications.update,
    draftKey: `publication:${publication.id}`,
    defaults: valuesOf(publication),
    version: publication.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(publications.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa tin, bài, khẩu hiệu`} onClose={onClose}>
      <Fields form={form} children={publication.children} />
    </FormDrawer>
  )
}
