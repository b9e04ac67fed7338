import { type AnnexRowRecord, annexes } from '@chung-tay/contracts/annex'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { formatDay } from '@chung-tay/domain/dates'
import { openDimensions } from '@chung-tay/domain/report/annex'
import { breakdownLabels } from '@chung-tay/domain/report/breakdown-labels'
import type { Dimension } from '@chung-tay/domain/report/indicators'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/query.ts'
import { useCampaign } from '../../session/session.ts'
import { breakdownLabel } from '../report-labels.ts'

type Filter = AnnexRowRecord['filter']
type Choices = OutputOf<typeof annexes.choices>
type Option = { value: string; label: string }

export const dimensionLabels = (): Record<Dimension, string> => ({
  directive: t`Loại văn bản`,
  kind: t`Thể loại`,
  channel: t`Kênh`,
  clause: t`Mục kế hoạch`,
  giver: t`Người ủng hộ`,
  source: t`Nguồn`,
  fund: t`Quỹ`,
  purpose: t`Mục đích chi`,
  unit: t`Đơn vị`,
  sex: t`Giới tính`,
  age: t`Nhóm tuổi`,
  event: t`Loại hoạt động`,
  tier: t`Mức khen thưởng`,
  level: t`Cấp học`,
  via: t`Hình thức xác nhận`,
})

export const useChoices = (): Choices | undefined => {
  const { id } = useCampaign()
  return useQuery(queryOf(annexes.choices, { params: { campaignId: id } })).data
}

const isOpen = (dimension: Dimension): dimension is (typeof openDimensions)[number] => (openDimensions as readonly string[]).includes(dimension)

/** What a dimension can be narrowed to: fixed words, or the agency's units, funds, tiers and clauses. */
export const optionsOf = (dimension: Dimension, choices: Choices | undefined): Option[] =>
  isOpen(dimension)
    ? (choices?.[dimension] ?? [])
    : Object.keys(breakdownLabels)
        .filter((part) => part.startsWith(`${dimension}:`))
        .map((part) => ({ value: part.slice(dimension.length + 1), label: breakdownLabel(part) }))

/** A line's filter in words, small beneath its name. */
export const FilterText = ({ filter }: { filter: Filter }) => {
  useLingui()
  const choices = useChoices()
  const { from, to, ...narrowed } = filter
  const parts = Object.entries(narrowed).map(([name, values]) => {
    const dimension = name as Dimension
    const options = optionsOf(dimension, choices)
    const named = (values ?? []).map((value) => options.find((option) => option.value === value)?.label ?? value)
    return `${dimensionLabels()[dimension]}: ${named.join(', ')}`
  })
  const period = from || to ? [[from && t`từ ${formatDay(from)}`, to && t`đến ${formatDay(to)}`].filter(Boolean).join(' ')] : []
  const words = [...parts, ...period].join('; ')
  return words === '' ? null : (
    <Text component="span" display="block" size="xs" c="dimmed">
      {words}
    </Text>
  )
}
