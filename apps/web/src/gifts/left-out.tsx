import type { OutputOf } from '@chung-tay/contracts/contract'
import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Accordion, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { leftOutLabels } from './gift-labels.ts'

type Item = OutputOf<typeof giftLists.leftOut>['items'][number]

const Table = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(giftLists.leftOut, { params: { id: list.id } }))
  const columns: Column<Item>[] = [
    { key: 'name', header: t`Họ và tên cháu`, cell: ({ childName }) => childName },
    { key: 'birthYear', header: t`Năm sinh`, cell: ({ birthYear, age }) => (age === null ? birthYear : t`${birthYear} (${age} tuổi)`) },
    { key: 'unit', header: t`Đơn vị`, cell: ({ unitName }) => unitName ?? '–' },
    { key: 'reason', header: t`Vì sao`, cell: ({ reasons }) => reasons.map((reason) => leftOutLabels()[reason]).join('; ') },
  ]
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            <Trans>Mọi cháu đang có hồ sơ đều thuộc danh sách này.</Trans>
          </Text>
        ) : (
          <DataTable label={t`Các cháu không thuộc danh sách`} columns={columns} items={items} rowKey={({ childId }) => childId} />
        )
      }
    </Answer>
  )
}

/** Whom the rule leaves out today, and why: read when it is unfolded. */
export const LeftOut = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Accordion value={opened} onChange={setOpened} variant="separated" mt="lg" className="no-print">
      <Accordion.Item value="left-out">
        <Accordion.Control>{t`Các cháu không thuộc danh sách và lý do`}</Accordion.Control>
        <Accordion.Panel>{opened !== null && <Table list={list} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
