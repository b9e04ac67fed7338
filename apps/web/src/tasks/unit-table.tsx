import type { OutputOf } from '@chung-tay/contracts/contract'
import type { tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Accordion } from '@mantine/core'
import { useCampaign } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Count } from '../ui/texts.tsx'

export type Summary = OutputOf<typeof tasks.summary>
type Row = Summary['units'][number]

/** A number that opens exactly the tasks it counts. */
const Figure = ({ value, search }: { value: number; search: Record<string, string> }) => {
  const { year } = useCampaign()
  return (
    <PlaceAnchor link={placeOf({ to: '/$year/tasks', params: { year }, search })}>
      <Count value={value} />
    </PlaceAnchor>
  )
}

/** How far each unit is. */
export const UnitTable = ({ summary }: { summary: Summary }) => {
  const { t } = useLingui()
  const figure = (key: string, header: string, value: (row: Row) => number, search: Record<string, string>): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: (row) => <Figure value={value(row)} search={{ unitId: row.unitId, ...search }} />,
  })
  const columns: Column<Row>[] = [
    { key: 'unit', header: t`Đơn vị`, cell: (row) => row.unitName },
    figure('total', t`Được giao`, (row) => row.total, {}),
    figure('accepted', t`Hoàn thành`, (row) => row.accepted, { status: 'accepted' }),
    figure('onTime', t`Đúng hạn`, (row) => row.onTime, { status: 'accepted', late: 'false' }),
    figure('late', t`Trễ hạn`, (row) => row.late, { late: 'true' }),
    figure('open', t`Chưa xong`, (row) => row.open, { openOnly: 'true' }),
  ]
  return (
    <Accordion variant="separated" mb="md">
      <Accordion.Item value="units">
        <Accordion.Control>{t`Tiến độ theo đơn vị`}</Accordion.Control>
        <Accordion.Panel>
          <DataTable label={t`Tiến độ theo đơn vị`} columns={columns} items={summary.units} rowKey={(row) => row.unitId} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
