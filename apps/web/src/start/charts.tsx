import '@mantine/charts/styles.css'
import { formatDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { BarChart } from '@mantine/charts'
import { Paper, Title, VisuallyHidden } from '@mantine/core'
import { formatCount, formatMoney } from '../ui/format.ts'
import classes from './start.module.css'
import type { Start } from './waiting.tsx'

type Series = { name: string; label: string; color: string }
type Row = Record<string, string | number>
type ChartProps = { title: string; rows: Row[]; series: Series[]; format: (value: number) => string; stacked?: boolean }

/** A picture of figures; those who cannot see it get the same figures as a table. */
const Chart = ({ title, rows, series, format, stacked = false }: ChartProps) => (
  <Paper component="section" withBorder p="md" bg="var(--chung-tay-surface)" aria-label={title}>
    <Title order={3} fz="h5" mb="sm">
      {title}
    </Title>
    <div aria-hidden>
      <BarChart
        h={220}
        data={rows}
        dataKey="name"
        series={series}
        type={stacked ? 'stacked' : 'default'}
        valueFormatter={format}
        withLegend={series.length > 1}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 64, allowDecimals: false }}
      />
    </div>
    <VisuallyHidden>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">–</th>
            {series.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row.name)}>
              <th scope="row">{row.name}</th>
              {series.map(({ name }) => (
                <td key={name}>{format(Number(row[name] ?? 0))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  </Paper>
)

const millions = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const shortMoney = (dong: number): string => (dong >= 100_000 ? `${millions.format(dong / 1_000_000)} tr` : formatMoney(dong))

/** The month as pictures: the tasks, the money by day, gifts and publications by day. */
const Charts = ({ start }: { start: Start }) => {
  const { t } = useLingui()
  const { tasks, donations } = start.figures
  const days = start.byDay.map(({ day, ...counts }) => ({ name: formatDay(day).slice(0, 5), ...counts }))
  return (
    <div className={classes.charts}>
      {tasks.total > 0 && (
        <Chart
          title={t`Nhiệm vụ theo tình trạng`}
          rows={[
            { name: t`Hoàn thành`, count: tasks.done, color: 'leaf.6' },
            { name: t`Chưa xong, còn hạn`, count: tasks.open - tasks.late, color: 'leaf.3' },
            { name: t`Quá hạn`, count: tasks.late, color: 'red.5' },
          ]}
          series={[{ name: 'count', label: t({ message: 'Nhiệm vụ', context: 'menu' }), color: 'leaf.6' }]}
          format={formatCount}
        />
      )}
      {days.length > 0 && (
        <Chart
          title={t`Trao quà và đăng tin theo ngày`}
          rows={days}
          series={[
            { name: 'handOuts', label: t`Suất quà`, color: 'stamen.5' },
            { name: 'publications', label: t({ message: 'Tin, bài', context: 'menu' }), color: 'leaf.6' },
          ]}
          format={formatCount}
        />
      )}
      {donations && days.some((day) => day.donations > 0) && (
        <Chart
          title={t`Tiền ủng hộ theo ngày`}
          rows={days}
          series={[{ name: 'donations', label: t`Tiền nhận`, color: 'stamen.5' }]}
          format={shortMoney}
        />
      )}
    </div>
  )
}

export default Charts
