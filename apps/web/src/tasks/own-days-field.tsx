import type { tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack, Switch } from '@mantine/core'
import { useEffect } from 'react'
import { DateField } from '../ui/fields/date-field.tsx'
import type { Option } from '../ui/filter-select.tsx'
import type { RecordForm, ValuesOf } from '../ui/record-form.ts'

type Values = ValuesOf<typeof tasks.assign>

/** The common deadline serves every unit unless one is given a day of its own here. */
export const OwnDaysField = ({ form, units }: { form: RecordForm<Values>; units: readonly Option[] }) => {
  const { t } = useLingui()
  const [unitIds, common, own = []] = form.watch(['unitIds', 'dueOn', 'ownDays'])
  const on = own.length > 0
  const fill = () =>
    unitIds.map((unitId) => ({ unitId, dueOn: form.getValues('ownDays')?.find((one) => one.unitId === unitId)?.dueOn ?? form.getValues('dueOn') }))
  const set = (days: Values['ownDays']) => form.setValue('ownDays', days, { shouldDirty: true })
  const chosen = unitIds.join()
  useEffect(() => {
    if (on && own.map(({ unitId }) => unitId).join() !== chosen) set(fill())
  }, [chosen, on])
  if (unitIds.length < 2) return null
  return (
    <Stack gap="xs">
      <Switch
        label={t`Hạn riêng cho từng đơn vị`}
        checked={on}
        disabled={!common}
        onChange={(event) => set(event.currentTarget.checked ? fill() : [])}
      />
      {on && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {own.map(({ unitId }, at) => (
            <DateField
              key={unitId}
              form={form}
              name={`ownDays.${at}.dueOn`}
              label={units.find(({ value }) => value === unitId)?.label ?? t`Đơn vị`}
              required
            />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  )
}
