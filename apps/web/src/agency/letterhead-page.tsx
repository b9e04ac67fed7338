import { type AgencyRecord, agency } from '@chung-tay/contracts/agency'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { CountField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { History } from '../ui/history.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { toastDone } from '../ui/toast.tsx'
import classes from './letterhead.module.css'
import { PublicYears } from './public-years.tsx'
import { FormerNames, ValidFromField } from './valid-from-field.tsx'
import { WorkingDays } from './working-days.tsx'

type Letterhead = ValuesOf<typeof agency.update>

const valuesOf = ({ sampleDay: _, escalateAfter: __, publicYears: ___, former: ____, version: _____, ...letterhead }: AgencyRecord): Letterhead => ({
  ...letterhead,
  validFrom: null,
})

/** How a document begins and ends with what stands in the form. */
const Preview = ({ letterhead }: { letterhead: Letterhead }) => (
  <Card withBorder p="md" aria-hidden fz="xs" ff="'Times New Roman', Tinos, serif" bg="var(--chung-tay-surface)">
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" ta="center" className={classes.preview ?? ''}>
      <div>
        <Text inherit tt="uppercase">
          {letterhead.parentName}
        </Text>
        <Text inherit fw={700} tt="uppercase" className={classes.ruled ?? ''}>
          {letterhead.name}
        </Text>
        <Text inherit>Số: …/BC-{letterhead.symbol}</Text>
      </div>
      <div>
        <Text inherit fw={700}>
          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        </Text>
        <Text inherit fw={700} className={classes.ruled ?? ''}>
          Độc lập - Tự do - Hạnh phúc
        </Text>
        <Text inherit fs="italic">
          {letterhead.place}, ngày … tháng … năm …
        </Text>
      </div>
      <span />
      <div>
        <Text inherit fw={700} tt="uppercase" mt="md">
          {letterhead.leaderTitle}
        </Text>
        <Text inherit fw={700} mt="xl">
          {letterhead.leaderName}
        </Text>
      </div>
    </SimpleGrid>
  </Card>
)

const LetterheadForm = ({ record }: { record: AgencyRecord }) => {
  const { t } = useLingui()
  const editable = useCan()('update Agency')
  const form = useRecordForm({
    contract: agency.update,
    draftKey: 'agency',
    defaults: valuesOf(record),
    version: record.version,
    input: (body, version) => ({ body, version }),
    reload: async () => {
      const fresh = await call(agency.get, {})
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã lưu thông tin cơ quan`),
  })
  const field = { form, disabled: !editable, required: true }
  const { validFrom: _, ...before } = valuesOf(record)
  const { validFrom: __, ...now } = form.watch()
  const changed = Object.entries(before).some(([name, value]) => value !== now[name as keyof typeof now])
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <FormBody form={form} submitLabel={t`Lưu`} readOnly={!editable}>
        <Stack gap="md">
          <TextField {...field} name="name" label={t`Tên cơ quan`} />
          <TextField {...field} name="parentName" label={t`Cơ quan chủ quản`} />
          <TextField {...field} name="symbol" label={t`Ký hiệu văn bản`} description={t`Đứng sau loại văn bản, ví dụ KHCN trong BC-KHCN`} />
          <TextField {...field} name="place" label={t`Địa danh`} description={t`Đứng trước ngày tháng của văn bản`} />
          <TextField {...field} name="address" label={t`Địa chỉ`} required={false} />
          <TextField {...field} name="leaderTitle" label={t`Chức vụ người ký`} />
          <TextField {...field} name="leaderName" label={t`Họ và tên người ký`} />
          {changed && <ValidFromField form={form} name="validFrom" />}
          <FormerNames former={record.former} />
        </Stack>
      </FormBody>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          <Trans>Văn bản sẽ mở đầu và kết thúc như sau:</Trans>
        </Text>
        <Preview letterhead={form.watch()} />
      </Stack>
    </SimpleGrid>
  )
}

/** After how many chases of one task leadership is told. */
const EscalationForm = ({ record }: { record: AgencyRecord }) => {
  const { t } = useLingui()
  const editable = useCan()('update Agency')
  const form = useRecordForm({
    contract: agency.setEscalation,
    draftKey: null,
    defaults: { escalateAfter: record.escalateAfter },
    version: record.version,
    input: (body, version) => ({ body, version }),
    onSaved: () => toastDone(t`Đã lưu cách đôn đốc`),
  })
  return (
    <Card withBorder mt="lg" maw={520} component="section" aria-label={t`Đôn đốc nhiệm vụ`}>
      <FormBody form={form} submitLabel={t`Lưu cách đôn đốc`} readOnly={!editable}>
        <CountField
          form={form}
          name="escalateAfter"
          label={t`Số lần đôn đốc thì báo Lãnh đạo`}
          description={t`Nhiệm vụ vẫn chưa xong sau chừng ấy lần đôn đốc được báo tới Lãnh đạo, mỗi nhiệm vụ một lần.`}
          min={1}
          max={20}
          disabled={!editable}
          required
        />
      </FormBody>
    </Card>
  )
}

/** What stands in the head and foot of every document. */
export const LetterheadPage = () => {
  const { t } = useLingui()
  const query = useQuery(queryOf(agency.get, {}))
  return (
    <>
      <PageTitle title={t`Thông tin cơ quan`} description={t`Tên, ký hiệu và người ký trên mọi văn bản: kế hoạch, báo cáo, quyết định, phiếu thu.`} />
      <Answer query={query}>
        {(record) => (
          <>
            <LetterheadForm key={record.version} record={record} />
            <EscalationForm key={`escalation ${record.version}`} record={record} />
            <PublicYears record={record} />
            <WorkingDays />
            <History subject="Agency" id="1" />
          </>
        )}
      </Answer>
    </>
  )
}
