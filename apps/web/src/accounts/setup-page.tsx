import { setup } from '@chung-tay/contracts/accounts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Fieldset, Radio, SimpleGrid, Stack } from '@mantine/core'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useController } from 'react-hook-form'
import { createQueryClient, queryOf } from '../api/query.ts'
import { Gate } from '../layout/gate.tsx'
import { gatePaths } from '../session/gate.ts'
import { PasswordField } from '../ui/fields/password-field.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'

type Form = RecordForm<ValuesOf<typeof setup.run>>

const AgencyFields = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  return (
    <Fieldset legend={t`Cơ quan`}>
      <Stack gap="sm">
        <TextField
          form={form}
          name="agency.name"
          label={t`Tên cơ quan`}
          description={t`Như trên đầu văn bản, ví dụ: Sở Khoa học và Công nghệ`}
          required
        />
        <TextField form={form} name="agency.parentName" label={t`Cơ quan chủ quản`} description={t`Ví dụ: Ủy ban nhân dân tỉnh Bắc Ninh`} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField form={form} name="agency.place" label={t`Địa danh`} description={t`Trước ngày tháng của văn bản`} required />
          <TextField form={form} name="agency.symbol" label={t`Ký hiệu`} description={t`Phần sau “BC-”, ví dụ: KHCN`} required />
        </SimpleGrid>
        <TextField form={form} name="agency.address" label={t`Địa chỉ`} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField form={form} name="agency.leaderTitle" label={t`Chức danh người ký`} required />
          <TextField form={form} name="agency.leaderName" label={t`Họ tên người ký`} required />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  )
}

const AdministratorFields = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  return (
    <Fieldset legend={t`Quản trị đầu tiên`}>
      <Stack gap="sm">
        <TextField form={form} name="administrator.name" label={t`Họ và tên`} autoComplete="name" required />
        <TextField
          form={form}
          name="administrator.username"
          label={t`Tên đăng nhập`}
          description={t`3–30 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang`}
          autoComplete="username"
          required
        />
        <PasswordField
          form={form}
          name="administrator.password"
          label={t`Mật khẩu`}
          description={t`Ít nhất 10 ký tự`}
          autoComplete="new-password"
          required
        />
      </Stack>
    </Fieldset>
  )
}

const BeginField = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const { field } = useController({ control: form.control, name: 'sample' })
  return (
    <Radio.Group label={t`Bắt đầu với`} value={field.value ? 'sample' : 'blank'} onChange={(next) => field.onChange(next === 'sample')}>
      <Stack gap="xs" mt="xs">
        <Radio value="blank" label={t`Hệ thống trống`} description={t`Dùng thật ngay từ đầu`} />
        <Radio value="sample" label={t`Dữ liệu mẫu năm 2021`} description={t`Kế hoạch 2021 với đơn vị, cán bộ và hồ sơ mẫu, để xem thử mọi trang`} />
      </Stack>
    </Radio.Group>
  )
}

/** The token stands behind #, where no server's log sees it. */
const tokenOf = (): string => new URLSearchParams(window.location.search).get('token') ?? window.location.hash.replace(/^#(token=)?/, '')

const SetupForm = () => {
  const { t } = useLingui()
  const known = tokenOf()
  const form = useRecordForm({
    contract: setup.run,
    draftKey: null,
    defaults: {
      token: known,
      agency: { name: '', parentName: '', place: '', address: '', symbol: '', leaderTitle: 'GIÁM ĐỐC', leaderName: '' },
      administrator: { name: '', username: '', password: '' },
      sample: false,
    },
    input: (body) => ({ body }),
    onSaved: () => window.location.assign(`${gatePaths.signIn}?ready`),
  })
  return (
    <FormBody form={form} submitLabel={t`Thiết lập`}>
      {known === '' && (
        <TextField form={form} name="token" label={t`Mã thiết lập`} description={t`Nằm cuối liên kết mà máy chủ in ra khi khởi động`} required />
      )}
      <AgencyFields form={form} />
      <AdministratorFields form={form} />
      <BeginField form={form} />
    </FormBody>
  )
}

const Setup = () => {
  const { t } = useLingui()
  const status = useQuery(queryOf(setup.status, {}))
  return (
    <Gate wide title={t`Thiết lập hệ thống`} description={t`Những thông tin này đứng trên đầu và cuối mọi văn bản; sau này sửa được.`}>
      {status.data?.needed === false ? (
        <Alert color="leaf">
          <Trans>Hệ thống đã được thiết lập.</Trans>{' '}
          <Anchor href={gatePaths.signIn} inherit>
            <Trans>Đăng nhập</Trans>
          </Anchor>
        </Alert>
      ) : (
        <SetupForm />
      )}
    </Gate>
  )
}

const client = createQueryClient(() => undefined)

/** Once in the life of an installation: the agency, its first administrator, the sample or nothing. */
export const SetupPage = () => (
  <QueryClientProvider client={client}>
    <Setup />
  </QueryClientProvider>
)
