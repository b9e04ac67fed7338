import type { InputOf } from '@chung-tay/contracts/contract'
import { useLingui } from '@lingui/react/macro'
import { Loader, MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { type ItemOf, infiniteOf, type ListContract } from '../../api/query.ts'
import type { Option } from '../filter-select.tsx'
import { matches } from '../search.ts'
import { type FieldProps, useField } from './field.ts'

const withoutMarks: OptionsFilter = ({ options, search }) => options.filter((option) => 'label' in option && matches(option.label, search))

type SelectProps<Values extends FieldValues> = FieldProps<Values> & { options: readonly Option[]; placeholder?: string }

/** One of a list, found without marks. Empty is null. */
export const SelectField = <Values extends FieldValues>(props: SelectProps<Values>) => {
  const { t } = useLingui()
  const { options, required = false, placeholder } = props
  const { value, change, input } = useField(props, (shown) => options.find((option) => option.value === shown)?.label ?? '–')
  return (
    <Select
      {...input}
      data={[...options]}
      searchable={options.length > 6}
      openOnFocus={false}
      clearable={!required}
      allowDeselect={!required}
      filter={withoutMarks}
      nothingFoundMessage={t`Không có mục nào khớp`}
      {...(placeholder !== undefined && { placeholder })}
      value={typeof value === 'string' ? value : null}
      onChange={change}
    />
  )
}

/** Several of a list. */
export const MultiSelectField = <Values extends FieldValues>(props: SelectProps<Values>) => {
  const { t } = useLingui()
  const { options, placeholder } = props
  const labels = (shown: unknown) =>
    Array.isArray(shown) ? shown.map((one) => options.find(({ value }) => value === one)?.label ?? one).join(', ') : '–'
  const { value, change, input } = useField(props, labels)
  return (
    <MultiSelect
      {...input}
      data={[...options]}
      searchable
      clearable
      hidePickedOptions
      filter={withoutMarks}
      nothingFoundMessage={t`Không có mục nào khớp`}
      {...(placeholder !== undefined && { placeholder })}
      value={Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []}
      onChange={change}
    />
  )
}

type PickProps<Values extends FieldValues, C extends ListContract> = FieldProps<Values> & {
  /** The list that is searched on the server. */
  contract: C
  input: (q: string | undefined) => InputOf<C>
  option: (item: ItemOf<C>) => Option
  /** The label of the value the form starts with. */
  chosen?: Option | undefined
  placeholder?: string
  onItem?: (item: ItemOf<C> | null) => void
}

/** One record out of a long list, searched on the server while typing: an employee, a child, a giver. Empty is null. */
export const PickField = <Values extends FieldValues, C extends ListContract>(props: PickProps<Values, C>) => {
  const { t } = useLingui()
  const { contract, option, chosen, placeholder, required = false, onItem } = props
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Option | undefined>(chosen)
  const [q] = useDebouncedValue(text === picked?.label ? '' : text, 250)
  const list = useInfiniteQuery(infiniteOf(contract, props.input(q || undefined)))
  const items = ((list.data as { pages: { items: ItemOf<C>[] }[] } | undefined)?.pages ?? []).flatMap((page) => page.items)
  const found = items.map(option)
  const { value, change, input } = useField(props, (shown) => [...found, picked].find((one) => one?.value === shown)?.label ?? '–')
  const options = picked && !found.some((one) => one.value === picked.value) ? [picked, ...found] : found
  return (
    <Select
      {...input}
      data={options}
      searchable
      // The first wrong field gets the focus: a list that opened by itself would cover what is said of it.
      openOnFocus={false}
      clearable={!required}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      rightSection={list.isFetching ? <Loader size={16} /> : undefined}
      nothingFoundMessage={list.isFetching ? t`Đang tìm…` : t`Không có mục nào khớp`}
      placeholder={placeholder ?? t`Gõ để tìm, không cần dấu`}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => {
        setPicked(options.find((one) => one.value === next))
        change(next)
        onItem?.(items.find((item) => option(item).value === next) ?? null)
      }}
    />
  )
}
