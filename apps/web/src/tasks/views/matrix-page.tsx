import type { OutputOf } from '@chung-tay/contracts/contract'
import { taskViews } from '@chung-tay/contracts/task-views'
import { useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconGrid4x4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { queryOf } from '../../api/query.ts'
import { useCampaign } from '../../session/session.ts'
import { placeOf } from '../../ui/place.ts'
import { PlaceAnchor } from '../../ui/place-anchor.tsx'
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

const MatrixCell = ({ cell, activityId, unitId, name }: { cell: Cell; activityId: string; unitId: string; name: string }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const [, , total, accepted, , , late] = cell
  return (
    <PlaceAnchor
      className={`${classes.cell} ${classes[toneOf(cell)]}`}
      link={placeOf({ to: '/$year/tasks', params: { year }, search: { unitId, activityId } })}
    >
      <span className={classes.count} aria-hidden>
        {accepted}/{total}
      </span>
      {late > 0 && (
        <span className={classes.note} aria-hidden>
          {t`${late} trễ`}
        </span>
      )}
      <span className={classes.spoken}>{t`${name}: ${accepted} trên ${total} hoàn thành, ${late} trễ hạn`}</span>
    </PlaceAnchor>
  )
}

const Grid = ({ matrix }: { matrix: Matrix }) => {
  const { t } = useLingui()
  const frame = useRef<HTMLDivElement>(null)
  const byPlace = useMemo(() => new Map(matrix.cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell])), [matrix])
  const rows = useVirtualizer({ count: matrix.units.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 12 })
  const shown = rows.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <div ref={frame} className={classes.frame}>
      <table className={classes.table} aria-label={t`Ma trận đơn vị và nội dung`} aria-rowcount={matrix.units.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t`Đơn vị`}
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
            return (
              unit && (
                <tr key={key} aria-rowindex={index + 2} style={{ height: rowHeight }}>
                  <th scope="row" title={unit.name}>
                    {unit.shortName}
                  </th>
                  {matrix.activities.map((activity, at) => {
                    const cell = byPlace.get(`${at} ${index}`)
                    return (
                      <td key={activity.id}>
                        {cell && <MatrixCell cell={cell} activityId={activity.id} unitId={unit.id} name={`${unit.shortName}, ${activity.clause}`} />}
                      </td>
                    )
                  })}
                </tr>
              )
            )
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
  const { t } = useLingui()
  const { id } = useCampaign()
  const [search, change] = useViewSearch(matrixRoute)
  const query = useQuery(queryOf(taskViews.matrix, { params: { campaignId: id }, query: search }))
  return (
    <TaskViewPage view="matrix" search={search}>
      <ViewFilters search={search} change={change} />
      <Answer query={query}>
        {(matrix) =>
          matrix.cells.length === 0 ? (
            <EmptyState icon={IconGrid4x4} title={t`Chưa có nhiệm vụ nào`} hint={t`Ma trận hiện khi đã giao nhiệm vụ cho các đơn vị.`} />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {t`Mỗi ô: số nhiệm vụ hoàn thành trên số được giao. Bấm vào ô để mở danh sách.`}
              </Text>
              <Grid matrix={matrix} />
            </>
          )
        }
      </Answer>
    </TaskViewPage>
  )
}
