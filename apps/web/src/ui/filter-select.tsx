import { Select } from '@mantine/core'
import { matches } from './search.ts'

export type Option = { value: string; label: string; disabled?: boolean }

type FilterSelectProps = { label: string; value: string | undefined; options: readonly Option[]; onChange: (value: string | undefined) => void }

/** One filter of a list; empty means all. */
export const FilterSelect = ({ label, value, options, onChange }: FilterSelectProps) => (
  <Select
    aria-label={label}
    placeholder={label}
    data={[...options]}
    value={value ?? null}
    onChange={(next) => onChange(next ?? undefined)}
    clearable
    searchable={options.length > 8}
    filter={({ options: all, search }) => all.filter((option) => 'label' in option && matches(option.label, search))}
    comboboxProps={{ withinPortal: true }}
  />
)
