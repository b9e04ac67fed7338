import type { OutputOf } from '@chung-tay/contracts/contract'
import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { firmReasons } from '@chung-tay/domain/gifts/supplement'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Accordion, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { Answer } from '../ui/record-query.tsx'
import { leftOutLabels } from './gift-labels.ts'

type Item = OutputOf<typeof giftLists.leftOut>['items'][number]

const mayBeAdded = ({ reasons, unitName }: Item) => unitName !== null && !reasons.some((reason) => firmReasons.includes(reason))
const reasonsText = ({ reasons }: Item) =>
  reasons.map((reason) => leftOutLabels()[reason]).join('; ') || t`Đủ điều kiện, có hồ sơ sau khi lập danh sách`

/** Puts a child on the list whom the rule leaves out, with the reason of a person. */
const AddDialog = ({ list, child, onClose }: { list: GiftListRecord; child: Item; onClose: () => void }) => {
  const { t } = useLingui()
  const add = useAction(giftListSupplements.add, {
    done: ({ supplement }) =>
      supplement === null ? t`Đã thêm ${child.childName} vào danh sách` : t`Đã ghi ${child.childName} vào danh sách bổ sung lần ${supplement}`,
    onDone: onClose,
  })
  return (
    <ReasonDialog
      title={t`Thêm ${child.childName} vào danh sách?`}
      label={t`Vì sao thêm cháu?`}
      confirmLabel={t`Thêm vào danh sách`}
      danger={false}
      pending={add.isPending}
      onClose={onClose}
      onReason={(reason) => add.mutate({ params: { id: list.id }, body: { childId: child.childId, reason } })}
    >
      {child.reasons.length === 0 ? `${reasonsText(child)}.` : <Trans>Theo điều kiện, cháu ở ngoài danh sách: {reasonsText(child)}.</Trans>}
      {list.status === 'approved' && (
        <Text size="sm" mt="xs">
          <Trans>Danh sách đã duyệt: cháu vào danh sách bổ sung, Lãnh đạo duyệt rồi mới trao.</Trans>
        </Text>
      )}
    </ReasonDialog>
  )
}

const Table = ({ list, adds }: { list: GiftListRecord; adds: boolean }) => {
  const { t } = useLingui()
  const [adding, setAdding] = useState<Item | null>(null)
  const query = useQuery(queryOf(giftLists.leftOut, { params: { id: list.id } }))
  const columns: Column<Item>[] = [
    { key: 'name', header: t`Họ và tên cháu`, cell: ({ childName }) => childName },
    { key: 'birthYear', header: t`Năm sinh`, cell: ({ birthYear, age }) => (age === null ? birthYear : t`${birthYear} (${age} tuổi)`) },
    { key: 'unit', header: t`Đơn vị`, cell: ({ unitName }) => unitName ?? '–' },
    { key: 'reason', header: t`Vì sao`, cell: reasonsText },
    ...(adds
      ? [
          {
            key: 'add',
            header: t`Thêm tay`,
            cell: (item: Item) =>
              mayBeAdded(item) ? (
                <Button size="compact-sm" variant="default" onClick={() => setAdding(item)} aria-label={t`Thêm ${item.childName}`}>
                  <Trans>Thêm</Trans>
                </Button>
              ) : (
                '–'
              ),
          },
        ]
      : []),
  ]
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            <Trans>Mọi cháu đang có hồ sơ đều thuộc danh sách này.</Trans>
          </Text>
        ) : (
          <>
            <DataTable label={t`Các cháu không thuộc danh sách`} columns={columns} items={items} rowKey={({ childId }) => childId} />
            {adding && <AddDialog list={list} child={adding} onClose={() => setAdding(null)} />}
          </>
        )
      }
    </Answer>
  )
}

/** Whom the rule leaves out today, and why: read when it is unfolded. */
export const LeftOut = ({ list, adds }: { list: GiftListRecord; adds: boolean }) => {
  const { t } = useLingui()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Accordion value={opened} onChange={setOpened} variant="separated" mt="lg" className="no-print">
      <Accordion.Item value="left-out">
        <Accordion.Control>{t`Các cháu không thuộc danh sách và lý do`}</Accordion.Control>
        <Accordion.Panel>{opened !== null && <Table list={list} adds={adds} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
