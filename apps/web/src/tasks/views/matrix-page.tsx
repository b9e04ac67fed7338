import type { OutputOf } from '@chung-tay/contracts/contract'
import { taskViews } from '@chung-tay/contracts/task-views'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconGrid4x4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, memo, useMemo, useRef } from 'react'
import { queryOf } from '../../api/query.ts'
import { useCampaign } from '../../session/session.ts'
import { placeOf } from '../../ui/place.ts'
import { Answer } from '../../ui/record-query.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { matrixRoute } from '../routes.ts'
import classes from './matrix.module.css'
import { TaskViewPage } from './view-page.tsx'
import { useViewSearch } from './view-search.ts'
import { ViewFilters } from './view-tabs.tsx'

type Matrix = OutputOf<typeof taskViews.matrix>
type Cell = Matrix['cells'][number]

const rowHeight = 44

/** The worst that stands in a cell gives it its colour; the words say it, too. */
const toneOf = ([, , total, accepted, submitted, returned, late]: Cell): string => {
  if (late > 0) return 'late'
  if (returned > 0) return 'returned'
  if (accepted === total) return 'done'
  return submitted > 0 ? 'waiting' : 'open'
}

/** A plain link: thousands of the router's would cost a frame each; the table's own click turns it into a step within the app. */
const MatrixCell = ({ cell, href, name }: { cell: Cell; href: string; name: string }) => {
  const [, , total, accepted, , , late] = cell
  return (
    <a className={`${classes.cell} ${classes[toneOf(cell)] ?? ''}`} href={href}>
      <span className={classes.where}>{name}: </span>
      <span className={classes.count}>{`${accepted}/${total} `}</span>
      {late > 0 && <span className={classes.note}>{t`${late} trễ`}</span>}
    </a>
  )
}

type RowProps = {
  unit: Matrix['units'][number]
  index: number
  activities: Matrix['activities']
  cells: ReadonlyMap<number, Cell> | undefined
  year: number
}

const Row = memo(({ unit, index, activities, cells, year }: RowProps) => (
  <tr aria-rowindex={index + 2} style={{ height: rowHeight }}>
    <th scope="row" title={unit.name}>
      {unit.shortName}
    </th>
    {activities.map((activity, at) => {
      const cell = cells?.get(at)
      const href = `/${year}/tasks?unitId=${unit.id}&activityId=${activity.id}`
      return <td key={activity.id}>{cell && <MatrixCell cell={cell} href={href} name={`${unit.shortName}, ${activity.clause}`} />}</td>
    })}
  </tr>
))

const Grid = ({ matrix }: { matrix: Matrix }) => {
  const { t: say } = useLingui()
  const frame = useRef<HTMLDivElement>(null)
  const { year } = useCampaign()
  const navigate = useNavigate()
  const byUnit = useMemo(() => {
    const grouped = Map.groupBy(matrix.cells, ([, unit]) => unit)
    return new Map([...grouped].map(([unit, cells]) => [unit, new Map(cells.map((cell) => [cell[0], cell]))]))
  }, [matrix])
  const open = (event: MouseEvent<HTMLTableElement>) => {
    const link = (event.target as Element).closest('a')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void navigate(placeOf({ to: '/$year/tasks', params: { year }, search: Object.fromEntries(new URL(link.href).searchParams) }))
  }
  const rows = useVirtualizer({ count: matrix.units.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 6 })
  const shown = rows.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <div ref={frame} className={classes.frame}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links within are what is pressed, and Enter on a link is a click */}
      <table className={classes.table} aria-label={say`Ma trận đơn vị và nội dung`} aria-rowcount={matrix.units.length + 1} onClick={open}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {say`Đơn vị`}
            </th>
            {matrix.activities.map(({ id, clause, title }) => (
              <th key={id} scope="col" title={title}>
                {clause}
                <span className={classes.title}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr aria-hidden>
              <td style={{ height: above }} />
            </tr>
          )}
          {shown.map(({ index, key }) => {
            const unit = matrix.units[index]
            return unit && <Row key={key} unit={unit} index={index} activities={matrix.activities} cells={byUnit.get(index)} year={year} />
          })}
          {below > 0 && (
            <tr aria-hidden>
              <td style={{ height: below }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Units by activities: where the plan stands at one look; each meeting point opens its tasks. */
export const MatrixPage = () => {
  const { t: say } = useLingui()
  const { id } = useCampaign()
  const [search, change] = useViewSearch(matrixRoute)
  const query = useQuery(queryOf(taskViews.matrix, { params: { campaignId: id }, query: search }))
  return (
    <TaskViewPage view="matrix" search={search}>
      <ViewFilters search={search} change={change} />
      <Answer query={query}>
        {(matrix) =>
          matrix.cells.length === 0 ? (
            <EmptyState icon={IconGrid4x4} title={say`Chưa có nhiệm vụ nào`} hint={say`Ma trận hiện khi đã giao nhiệm vụ cho các đơn vị.`} />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {say`Mỗi ô: số nhiệm vụ hoàn thành trên số được giao. Bấm vào ô để mở danh sách.`}
              </Text>
              <Grid matrix={matrix} />
            </>
          )
        }
      </Answer>
    </TaskViewPage>
  )
}
