import { type UnitPart, unitParts } from '@chung-tay/domain/activities/clause'
import { useLingui } from '@lingui/react/macro'
import { MultiSelect } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../ui/fields/field.ts'
import type { Option } from '../ui/filter-select.tsx'
import { matches } from '../ui/search.ts'

type Part = { unitId: string; part: UnitPart }

/** The units of an activity: who leads, who supports. A unit chosen for one part leaves the other. */
export const UnitsField = <Values extends FieldValues>(props: Omit<FieldProps<Values>, 'label'> & { options: readonly Option[] }) => {
  const { t } = useLingui()
  const { options } = props
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id
  const { value, change, input } = useField({ ...props, label: t`Đơn vị` } as unknown as FieldProps<Values>, (shown) =>
    Array.isArray(shown) ? (shown as Part[]).map(({ unitId }) => nameOf(unitId)).join(', ') : '–',
  )
  const all = (Array.isArray(value) ? value : []) as Part[]
  const choose = (part: UnitPart, ids: string[]) =>
    change([...all.filter((unit) => unit.part !== part && !ids.includes(unit.unitId)), ...ids.map((unitId) => ({ unitId, part }))])
  const labels = { lead: t`Đơn vị chủ trì`, support: t`Đơn vị phối hợp` }
  return unitParts.map((part) => (
    <MultiSelect
      key={part}
      label={labels[part]}
      data={[...options]}
      searchable
      clearable
      hidePickedOptions
      filter={({ options: given, search }) => given.filter((option) => 'label' in option && matches(option.label, search))}
      nothingFoundMessage={t`Không có mục nào khớp`}
      error={part === 'lead' ? input.error : undefined}
      onBlur={input.onBlur}
      value={all.filter((unit) => unit.part === part).map(({ unitId }) => unitId)}
      onChange={(ids) => choose(part, ids)}
    />
  ))
}
