import { type PackageTotal, packages } from '@chung-tay/contracts/packages'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Title } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { exportUrl } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count } from '../ui/texts.tsx'
import { PackedLabel, packedValue } from './package-drawer.tsx'

/** What the agencies' figures come to together. */
export const Totals = ({ year }: { year: number }) => {
  const { t } = useLingui()
  const input = { query: { year, limit: 200 } }
  const query = useQuery(queryOf(packages.totals, input))
  const columns: Column<PackageTotal>[] = [
    { key: 'label', header: t`Chỉ tiêu`, cell: (line) => <PackedLabel figure={line} /> },
    { key: 'value', header: t`Tổng số`, align: 'end', cell: (line) => <span className="figures">{packedValue(line)}</span> },
    { key: 'agencies', header: t`Số cơ quan`, align: 'end', cell: (line) => <Count value={line.agencies} /> },
  ]
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Paper withBorder p="md" component="section" aria-label={t`Tổng hợp`}>
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                <Trans>Tổng hợp các cơ quan</Trans>
              </Title>
              <Group gap="xs" className="no-print">
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={() => window.print()}
                  visibleFrom="sm"
                >
                  <Trans>In</Trans>
                </Button>
                <Button
                  component="a"
                  variant="default"
                  size="compact-md"
                  href={exportUrl(packages.totals, input, 'xlsx')}
                  download
                  leftSection={<IconDownload size={16} aria-hidden />}
                >
                  Excel
                </Button>
              </Group>
            </Group>
            <DataTable cards={false} label={t`Tổng hợp các cơ quan`} columns={columns} items={items} rowKey={({ id }) => id} />
          </Paper>
        )
      }
    </Answer>
  )
}
