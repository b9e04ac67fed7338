import type { Contract, InputOf, OutputOf } from '@chung-tay/contracts/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Card, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { Answer } from '../ui/record-query.tsx'

type Columns = { sheet: string; rows: string[][]; at: number | null; fields: (string | null)[] }
type ReadContract = Contract & { response: { _zod: { output: Columns } } }
type WriteContract = Contract & { method: 'POST' }

type ColumnsProps<Read extends ReadContract, Write extends WriteContract> = {
  fileId: string
  columns: Read
  mapping: Write
  labels: Readonly<Record<string, string>>
  /** What is still lacking, in words; empty when the columns make a list. */
  lacking: (fields: readonly (string | null)[]) => string[]
  onSaved: () => void
  onCancel: () => void
}

/** "A", "B", … "Z", "AA": how the spreadsheet itself calls a column. */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const examples = (rows: readonly string[][], at: number, column: number): string =>
  [
    ...new Set(
      rows
        .slice(at + 1)
        .map((cells) => cells[column] ?? '')
        .filter(Boolean),
    ),
  ]
    .slice(0, 3)
    .join(' · ')

type EditorProps<Write extends WriteContract> = Omit<ColumnsProps<ReadContract, Write>, 'columns'> & { read: Columns }

const Editor = <Write extends WriteContract>({ fileId, mapping, labels, lacking, onSaved, onCancel, read }: EditorProps<Write>) => {
  const { t } = useLingui()
  const [at, setAt] = useState(read.at ?? 0)
  const [fields, setFields] = useState(read.fields)
  const save = useAction(mapping, { done: t`Đã ghi nhớ ý nghĩa các cột`, onDone: onSaved })
  const options = Object.entries(labels).map(([value, label]) => ({ value, label }))
  const heads = read.rows[at] ?? []
  const missing = lacking(fields)
  const rowOptions = read.rows.slice(0, 10).map((cells, row) => ({
    value: String(row),
    label: t`Dòng ${row + 1}: ${cells.filter(Boolean).join(' · ').slice(0, 80) || '–'}`,
  }))
  return (
    <Stack gap="sm" component="section" aria-label={t`Ý nghĩa các cột`}>
      <Title order={2} size="h4">
        <Trans>Ý nghĩa các cột</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>Chọn một lần; bảng sau có cùng tiêu đề sẽ được đọc như vậy. Cột không chọn thì không dùng.</Trans>
      </Text>
      <Select
        label={t`Dòng tiêu đề`}
        data={rowOptions}
        value={String(at)}
        allowDeselect={false}
        onChange={(value) => value !== null && setAt(Number(value))}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
        {fields.map((field, column) => {
          const heading = heads[column] || t`(không có tiêu đề)`
          const shown = examples(read.rows, at, column)
          if (!heads[column] && shown === '' && field === null) return null
          return (
            <Card key={column} withBorder padding="xs">
              <Select
                label={t`Cột ${letters(column)}: ${heading}`}
                description={shown || t`(không có dữ liệu)`}
                placeholder={t`Không dùng`}
                data={options}
                searchable
                clearable
                allowDeselect={false}
                value={field}
                onChange={(value) => setFields(fields.map((one, other) => (other === column ? value : one)))}
                styles={{ description: { overflowWrap: 'anywhere' } }}
              />
            </Card>
          )
        })}
      </SimpleGrid>
      {missing.length > 0 && (
        <Alert color="stamen" role="status">
          <Trans>Còn thiếu: {missing.join(', ')}.</Trans>
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Quay lại</Trans>
        </Button>
        <Button
          disabled={missing.length > 0}
          loading={save.isPending}
          onClick={() => save.mutate({ body: { fileId, at, fields } } as unknown as InputOf<Write>)}
        >
          <Trans>Ghi nhớ và đọc lại</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

/** A person says what the columns of a table mean; the next table with the same headings is read by it. */
export const ImportColumns = <Read extends ReadContract, Write extends WriteContract>({ columns, ...rest }: ColumnsProps<Read, Write>) => {
  const query = useQuery({ ...queryOf(columns, { query: { fileId: rest.fileId } } as unknown as InputOf<Read>), retry: false })
  return <Answer query={query}>{(read: OutputOf<Read>) => <Editor {...rest} read={read as Columns} />}</Answer>
}
