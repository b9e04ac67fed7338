import { taskViews, type UnitStatistics } from '@chung-tay/contracts/task-views'
import { useLingui } from '@lingui/react/macro'
import { Accordion, Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exportUrl } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count } from '../ui/texts.tsx'

/** A number that opens exactly the tasks it counts. */
const Figure = ({ value, search }: { value: number; search: Record<string, string> }) => {
  const { year } = useCampaign()
  return (
    <PlaceAnchor link={placeOf({ to: '/$year/tasks', params: { year }, search })}>
      <Count value={value} />
    </PlaceAnchor>
  )
}

const useColumns = (): Column<UnitStatistics>[] => {
  const { t } = useLingui()
  const figure = (key: string, header: string, value: (row: UnitStatistics) => number, search: Record<string, string>): Column<UnitStatistics> => ({
    key,
    header,
    align: 'end',
    cell: (row) => <Figure value={value(row)} search={{ unitId: row.id, ...search }} />,
  })
  return [
    { key: 'unit', header: t`Đơn vị`, cell: (row) => row.unitName },
    figure('total', t`Được giao`, (row) => row.total, {}),
    figure('accepted', t`Hoàn thành`, (row) => row.accepted, { status: 'accepted' }),
    figure('onTime', t`Đúng hạn`, (row) => row.onTime, { status: 'accepted', late: 'false' }),
    { key: 'rate', header: t`Tỷ lệ đúng hạn`, align: 'end', cell: (row) => (row.onTimeRate === null ? '–' : `${row.onTimeRate}%`) },
    figure('late', t`Trễ hạn`, (row) => row.late, { late: 'true' }),
    figure('openLate', t`Trễ, chưa xong`, (row) => row.openLate, { late: 'true', openOnly: 'true' }),
    { key: 'delay', header: t`Số ngày trễ`, align: 'end', hideBelow: 'md', cell: (row) => <Count value={row.delayDays} /> },
    { key: 'longest', header: t`Trễ lâu nhất`, align: 'end', hideBelow: 'md', cell: (row) => <Count value={row.longestDelay} /> },
  ]
}

const Table = () => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const input = { params: { campaignId: id }, query: { limit: 200 } }
  const query = useQuery(queryOf(taskViews.statistics, input))
  const columns = useColumns()
  return (
    <>
      <Group justify="flex-end" mb="xs" className="no-print">
        <Button
          component="a"
          variant="default"
          size="compact-sm"
          href={exportUrl(taskViews.statistics, input, 'xlsx')}
          download
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Excel
        </Button>
      </Group>
      <Answer query={query}>
        {({ items }) => <DataTable label={t`Tiến độ theo đơn vị`} columns={columns} items={items} rowKey={(row) => row.id} />}
      </Answer>
    </>
  )
}

/** How far each unit is, and how it keeps its days. */
export const UnitTable = () => {
  const { t } = useLingui()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Accordion variant="separated" mb="md" value={open} onChange={setOpen}>
      <Accordion.Item value="units">
        <Accordion.Control>{t`Tiến độ theo đơn vị`}</Accordion.Control>
        {/* A hidden panel asks for nothing and would wait for ever. */}
        <Accordion.Panel>{open && <Table />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
