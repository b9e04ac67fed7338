import type { InputOf } from '@chung-tay/contracts/contract'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Menu, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconPrinter, IconSearchOff } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { exportUrl } from '../api/call.ts'
import { type ItemOf, infiniteOf, type ListContract } from '../api/query.ts'
import { type Column, DataTable } from './data-table.tsx'
import { formatCount } from './format.ts'
import classes from './list-page.module.css'
import type { ListSearch } from './list-search.ts'
import { SearchField } from './search-field.tsx'
import { EmptyState, ErrorState, PageTitle } from './states.tsx'

type ListPageProps<C extends ListContract> = {
  title: string
  description?: ReactNode
  /** Buttons at the head: what people come here to do. */
  action?: ReactNode
  /** What stands between head and list, such as figures. */
  above?: ReactNode
  contract: C
  /** The same input for the list and its export: `{ params, query: { q, sort, …filters } }`. */
  input: InputOf<C>
  search: ListSearch
  onSearch: (part: ListSearch) => void
  searchLabel?: string
  filters?: ReactNode
  /** Whether any filter beside the search text is set: an empty list then says that nothing fits. */
  filtered?: boolean
  columns: readonly Column<ItemOf<C>>[]
  /** `sort` of the address when it is not there. */
  defaultSort?: string
  /** Opens a record; usually `(item) => change({ open: item.id })`. */
  onOpen?: (item: ItemOf<C>) => void
  empty: Parameters<typeof EmptyState>[0]
  /** False where the contract has no `…/export`. */
  exports?: boolean
  /** A part of another page: without a page title. */
  embedded?: boolean
  children?: ReactNode
}

const idOf = (item: unknown): string => (item as { id: string }).id

const ListSkeleton = () => {
  const { t } = useLingui()
  return (
    <Stack gap="xs" p="md" role="status" aria-busy="true" aria-label={t`Đang tải danh sách`}>
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <Skeleton key={row} h={34} />
      ))}
    </Stack>
  )
}

const ExportMenu = ({ urlOf }: { urlOf: (format: 'csv' | 'xlsx') => string }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
        <Trans>Xuất</Trans>
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item component="a" href={urlOf('xlsx')} download>
        <Trans>Bảng tính Excel (.xlsx)</Trans>
      </Menu.Item>
      <Menu.Item component="a" href={urlOf('csv')} download>
        <Trans>Tệp CSV</Trans>
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)

/** Every condition of the list, without a value. */
const unfiltered = (input: unknown): ListSearch => {
  const { query = {} } = input as { query?: object }
  const names = Object.keys(query).filter((name) => name !== 'sort')
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

const nothingFits = (onClear: () => void, filtered: boolean) => (
  <EmptyState
    icon={IconSearchOff}
    title={<Trans>Không có dòng nào khớp</Trans>}
    hint={filtered ? <Trans>Hãy bớt điều kiện lọc hoặc tìm với từ khác.</Trans> : <Trans>Hãy tìm với từ khác; không cần gõ dấu.</Trans>}
    action={
      <Button variant="default" onClick={onClear}>
        {filtered ? <Trans>Bỏ tìm và lọc</Trans> : <Trans>Bỏ từ tìm</Trans>}
      </Button>
    }
  />
)

/** A whole list page: head, search, filters, table or cards, more pages, export and print of exactly what the filter shows. */
export const ListPage = <C extends ListContract>(props: ListPageProps<C>) => {
  const { title, contract, input, search, onSearch, columns, onOpen, empty, filtered = false, exports = true, embedded = false } = props
  const { t } = useLingui()
  const list = useInfiniteQuery(infiniteOf(contract, input))
  const pages = (list.data as InfiniteData<{ items: ItemOf<C>[]; total: number }> | undefined)?.pages ?? []
  const items = pages.flatMap((page) => page.items)
  const total = pages[0]?.total ?? 0
  // A search field of its own for each clearing: nothing typed before is still on its way.
  const [clearings, setClearings] = useState(0)
  const clear = () => {
    setClearings(clearings + 1)
    onSearch(unfiltered(input))
  }

  // Paper has no "load more": what is printed is everything the filter shows.
  const print = async () => {
    let state = list
    while (state.hasNextPage) state = (await state.fetchNextPage()) as typeof state
    window.setTimeout(() => window.print(), 100)
  }

  return (
    <>
      {!embedded && <PageTitle title={title} description={props.description} action={props.action} />}
      {props.above}
      <Paper className="list-paper" withBorder={false}>
        <div className={`${classes.filters} no-print`}>
          <SearchField key={clearings} value={search.q} onSearch={(q) => onSearch({ q })} label={props.searchLabel ?? t`Tìm, không cần gõ dấu`} />
          {props.filters}
        </div>
        <Group gap="xs" mb="xs" mih={36}>
          {items.length > 0 && (
            <Text size="sm" c="dimmed" aria-live="polite">
              <Plural value={total} other="# dòng" />
            </Text>
          )}
          <Group gap="xs" ms="auto" className="no-print">
            {embedded && props.action}
            {exports && <ExportMenu urlOf={(format) => exportUrl(contract, input, format)} />}
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void print()} visibleFrom="sm">
              <Trans>In</Trans>
            </Button>
          </Group>
        </Group>
        {list.isPending && <ListSkeleton />}
        {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && items.length === 0 && (search.q || filtered ? nothingFits(clear, filtered) : <EmptyState {...empty} />)}
        {items.length > 0 && (
          <DataTable
            label={title}
            columns={columns}
            items={items}
            rowKey={idOf}
            onOpen={onOpen}
            sort={search.sort ?? props.defaultSort}
            onSort={(sort) => onSearch({ sort })}
          />
        )}
        {list.hasNextPage && (
          <Group justify="center" mt="md" className="no-print">
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              <Trans>
                Xem thêm ({formatCount(items.length)}/{formatCount(total)})
              </Trans>
            </Button>
          </Group>
        )}
      </Paper>
      {props.children}
    </>
  )
}
