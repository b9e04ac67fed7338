import { useLingui } from '@lingui/react/macro'
import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { isValidElement, type ReactNode } from 'react'
import classes from './data-table.module.css'

export type Column<Item> = {
  key: string
  header: string
  cell: (item: Item) => ReactNode
  /** The contract's name of the column in `sort`; without it the column cannot be sorted. */
  sortKey?: string
  /** `end` for amounts and counts. */
  align?: 'start' | 'end'
  /** `sm`: left out of the cards below 48em. `md`: left out of the table between 48em and 62em, for cards have the room. Paper shows both. */
  hideBelow?: 'sm' | 'md'
}

type DataTableProps<Item> = {
  /** What the table shows, for readers of the screen. */
  label: string
  columns: readonly Column<Item>[]
  items: readonly Item[]
  rowKey: (item: Item) => string
  /** Opens a record: the first cell becomes the control that covers the row. */
  onOpen?: ((item: Item) => void) | undefined
  /** `name` or `-name`. */
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined
  footer?: ReactNode
  /** False for a name and a number or two: such rows fit a phone as they are. */
  cards?: boolean
}

const hiding = { sm: classes.hideBelowSm, md: classes.hideBelowMd }
const hidden = (column: { hideBelow?: 'sm' | 'md' }) => (column.hideBelow ? ` ${hiding[column.hideBelow]}` : '')

const SortHeader = ({
  header,
  sortKey,
  sort,
  onSort,
}: {
  header: string
  sortKey: string
  sort: string | undefined
  onSort: (sort: string) => void
}) => {
  const direction = sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : null
  const Icon = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(direction === 'ascending' ? `-${sortKey}` : sortKey)}>
      {header}
      <Icon size={14} aria-hidden opacity={direction ? 1 : 0.45} />
    </UnstyledButton>
  )
}

const ariaSort = (sortKey: string | undefined, sort: string | undefined) =>
  sortKey === undefined || sort === undefined ? undefined : sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : 'none'

/** Nothing known: a dash in the table, and no line at all on a card. */
const isEmpty = (content: ReactNode) =>
  content === '–' || (isValidElement<{ value?: unknown }>(content) && 'value' in content.props && content.props.value === null)

type CellProps = { column: Omit<Column<never>, 'cell'>; content: ReactNode; onOpen: (() => void) | undefined }

const Cell = ({ column, content, onOpen }: CellProps) => {
  const { t } = useLingui()
  return (
    <Table.Td
      className={`${classes.cell}${hidden(column)}`}
      data-label={column.header}
      data-align={column.align}
      {...(isEmpty(content) && { 'data-empty': true })}
    >
      {onOpen ? (
        <UnstyledButton className={classes.open ?? ''} onClick={onOpen} title={t`Mở`}>
          {content}
        </UnstyledButton>
      ) : (
        <span>{content}</span>
      )}
    </Table.Td>
  )
}

/** A table that becomes a stack of cards below 48em; no page has to scroll sideways. */
export const DataTable = <Item,>({ label, columns, items, rowKey, onOpen, sort, onSort, footer, cards = true }: DataTableProps<Item>) => (
  <Table className={`${classes.table} ${cards ? classes.cards : ''}`} aria-label={label} verticalSpacing="xs" highlightOnHover={false}>
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th key={column.key} className={hidden(column)} ta={column.align ?? 'start'} aria-sort={ariaSort(column.sortKey, sort)} scope="col">
            {column.sortKey && onSort ? <SortHeader header={column.header} sortKey={column.sortKey} sort={sort} onSort={onSort} /> : column.header}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {items.map((item) => (
        <Table.Tr key={rowKey(item)} className={`${classes.row} ${onOpen ? classes.opens : ''}`}>
          {columns.map((column, at) => (
            <Cell key={column.key} column={column} content={column.cell(item)} onOpen={at === 0 && onOpen ? () => onOpen(item) : undefined} />
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
    {footer && <Table.Tfoot>{footer}</Table.Tfoot>}
  </Table>
)
