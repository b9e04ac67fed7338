import { giftLists } from '@chung-tay/contracts/gifts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { queryOf } from '../api/query.ts'
import { schoolLevelOptions, sexOptions } from '../children/child-labels.ts'
import { useCampaign } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, CountField } from '../ui/fields/text-fields.tsx'
import { formatCount } from '../ui/format.ts'
import type { RecordForm, ValuesOf } from '../ui/record-form.ts'
import { leftOutLabels } from './gift-labels.ts'

export type ListValues = ValuesOf<typeof giftLists.update>

const isoDay = /^\d{4}-\d\d-\d\d$/
const dayOf = (text: string | null | undefined) => (typeof text === 'string' && isoDay.test(text) ? text : undefined)
const ageIn = (age: unknown, from: number, to: number) => (typeof age === 'number' && age >= from && age <= to ? age : undefined)

/** The rule as it is typed, as far as it can be asked about. */
const questionOf = (values: Partial<ListValues>) => ({
  giftKindId: values.giftKindId || undefined,
  asOf: dayOf(values.asOf),
  underAge: ageIn(values.underAge, 1, 18),
  minAge: ageIn(values.minAge, 0, 17),
  employedOn: dayOf(values.employedOn),
  ...(values.unitIds && values.unitIds.length > 0 && { unitIds: values.unitIds.join(',') }),
  ...(values.specialOnly === true && { specialOnly: 'true' }),
  sex: values.sex ?? undefined,
  ...(values.schoolLevels && values.schoolLevels.length > 0 && { schoolLevels: values.schoolLevels.join(',') }),
})

/** How many the rule finds while it is being typed, and whom it leaves out for what. */
const Preview = ({ form, listId }: { form: RecordForm<ListValues>; listId?: string | undefined }) => {
  const campaign = useCampaign()
  const [asked] = useDebouncedValue(JSON.stringify(questionOf(useWatch({ control: form.control }) as Partial<ListValues>)), 300)
  const query = { ...(JSON.parse(asked) as ReturnType<typeof questionOf>), of: listId }
  const preview = useQuery({ ...queryOf(giftLists.preview, { params: { campaignId: campaign.id }, query }), placeholderData: keepPreviousData })
  if (!preview.data) return null
  const { entitled, leftOut, byReason } = preview.data
  return (
    <Alert color={entitled === 0 ? 'stamen' : 'leaf'} role="status">
      <Text size="sm" fw={600}>
        <Trans>
          Tìm được {formatCount(entitled)} cháu; {formatCount(leftOut)} cháu ngoài danh sách
        </Trans>
      </Text>
      {byReason.length > 0 && (
        <Text size="xs" mt={4}>
          {byReason.map(({ reason, children }) => `${leftOutLabels()[reason]}: ${formatCount(children)}`).join('; ')}
        </Text>
      )}
    </Alert>
  )
}

/** Who gets the gift: conditions that all have to hold. */
export const RuleFields = ({ form, listId }: { form: RecordForm<ListValues>; listId?: string | undefined }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  return (
    <Fieldset legend={t`Điều kiện (cháu phải đạt mọi điều kiện)`}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <CountField form={form} name="minAge" label={t`Từ (tuổi)`} max={17} />
          <CountField form={form} name="underAge" label={t`Đến dưới (tuổi)`} min={1} max={18} required />
          <DateField form={form} name="asOf" label={t`Tính đến ngày`} required />
        </SimpleGrid>
        <DateField
          form={form}
          name="employedOn"
          label={t`Bố mẹ công tác tại cơ quan vào ngày`}
          description={t`Để trống: đang công tác. Ngày vào, nghỉ ghi ở hồ sơ cán bộ; chưa ghi thì coi là đã công tác từ trước.`}
        />
        <MultiSelectField form={form} name="unitIds" label={t`Đơn vị của bố mẹ`} description={t`Để trống: mọi đơn vị.`} options={units} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField form={form} name="sex" label={t`Giới tính`} placeholder={t`Tất cả`} options={sexOptions()} />
          <MultiSelectField form={form} name="schoolLevels" label={t`Cấp học`} options={schoolLevelOptions()} />
        </SimpleGrid>
        <CheckboxField form={form} name="specialOnly" label={t`Chỉ các cháu có hoàn cảnh cần quan tâm`} />
        <Preview form={form} listId={listId} />
      </Stack>
    </Fieldset>
  )
}
