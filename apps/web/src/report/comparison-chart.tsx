import '@mantine/charts/styles.css'
import type { FigureRecord } from '@chung-tay/contracts/report'
import { type IndicatorKey, indicators } from '@chung-tay/domain/report/indicators'
import { useLingui } from '@lingui/react/macro'
import { BarChart } from '@mantine/charts'
import { SimpleGrid, Text } from '@mantine/core'
import { indicatorLabel, valueText } from './report-labels.ts'

const counted: readonly IndicatorKey[] = ['publications', 'givers', 'childrenGifted', 'eventChildren', 'childrenCommended', 'movementChildren']
const money: readonly IndicatorKey[] = ['moneyReceived', 'inKindReceived', 'moneySpent', 'transferredOut', 'giftValue', 'awardMoney']

type Props = { figures: readonly FigureRecord[]; year: number; previousYear: number }

/** This year beside the one before; the same numbers stand in the annex below, so the picture itself is not read out. */
const ComparisonChart = ({ figures, year, previousYear }: Props) => {
  const { t } = useLingui()
  const rows = (keys: readonly IndicatorKey[]) =>
    keys.flatMap((key) => {
      const total = figures.find((figure) => figure.key === key && figure.breakdown === null)
      return total && (total.value !== 0 || total.previous) ? [{ label: indicatorLabel(key), now: total.value, before: total.previous ?? 0 }] : []
    })
  const chart = (title: string, keys: readonly IndicatorKey[]) => {
    const data = rows(keys)
    const [key = 'tasks'] = keys
    if (data.length === 0) return null
    return (
      <div>
        <Text size="sm" fw={500} mb="xs">
          {title}
        </Text>
        <BarChart
          h={60 + data.length * 48}
          data={data}
          dataKey="label"
          orientation="vertical"
          withLegend
          yAxisProps={{ width: 150 }}
          gridAxis="x"
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false }}
          valueFormatter={(value) => valueText(key, value)}
          series={[
            { name: 'now', label: String(year), color: 'leaf.7' },
            { name: 'before', label: String(previousYear), color: 'gray.5' },
          ]}
        />
      </div>
    )
  }
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} mb="lg" aria-hidden>
      {chart(t`Số lượng`, counted)}
      {chart(t`Tiền và giá trị (${indicators.moneyReceived.unit})`, money)}
    </SimpleGrid>
  )
}

export default ComparisonChart
