import { type GiftListLineRecord, giftListLines } from '@chung-tay/contracts/gift-lines'
import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { schoolLevelLabels, sexLabels } from '../children/child-labels.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { BackLink } from '../ui/back-link.tsx'
import { History } from '../ui/history.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Answer } from '../ui/record-query.tsx'
import { FigureCard, PageTitle } from '../ui/states.tsx'
import { Count, DateTime, Money, StatusBadge } from '../ui/texts.tsx'
import { listStatusLabels, listTones } from './gift-labels.ts'
import { GiftListActions } from './gift-list-actions.tsx'
import { HandOutDialog } from './hand-out-dialog.tsx'
import { HandOutProgress, useGiftProgress } from './hand-out-progress.tsx'
import { LeftOut } from './left-out.tsx'
import { LineDialog } from './line-dialog.tsx'
import { LineList } from './line-list.tsx'
import { ListBudget } from './list-budget.tsx'
import { giftListRoute } from './routes.ts'
import { ruleText } from './rule-words.tsx'
import { Supplements } from './supplements.tsx'
import { UndoHandOut } from './undo-hand-out.tsx'

const Description = ({ list }: { list: GiftListRecord }) => (
  <Group gap="xs" component="span">
    <StatusBadge tone={listTones[list.status]}>{listStatusLabels()[list.status]}</StatusBadge>
    <span>
      {list.giftKindName}: {ruleText(list)}
    </span>
  </Group>
)

const Figures = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const waiting = list.entitled - list.handedOut
  const short = waiting - list.stockOnHand
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="md">
      <FigureCard
        label={t`Được nhận`}
        value={<Count value={list.entitled} />}
        note={
          <>
            <Money value={list.entitled * list.unitValue} />
            {list.added > 0 && <span>, {t`thêm tay ${list.added}`}</span>}
          </>
        }
      />
      <FigureCard label={t`Đã trao`} value={<Count value={list.handedOut} />} note={<Money value={list.handedOut * list.unitValue} />} />
      <FigureCard
        label={t`Trong kho`}
        value={<Count value={list.stockOnHand} />}
        note={short > 0 ? t`Còn thiếu ${short} ${list.measure}` : t`Đủ để trao`}
        tone={short > 0 ? 'warn' : 'plain'}
      />
      <FigureCard label={t`Không nhận`} value={<Count value={list.excluded} />} note={list.excluded > 0 && t`Xem lý do ở từng cháu`} />
    </SimpleGrid>
  )
}

const Notices = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  return (
    <Stack gap="xs" mb="md">
      {list.status === 'draft' && list.returnReason !== null && (
        <Alert color="red" title={t`Lãnh đạo trả lại danh sách`}>
          {list.returnReason}
        </Alert>
      )}
      {list.status === 'draft' && list.generatedAt === null && (
        <Alert color="stamen">
          <Trans>Bấm “Tìm các cháu” để lập danh sách theo điều kiện; xem lại rồi trình Lãnh đạo.</Trans>
        </Alert>
      )}
      {list.approvedAt !== null && (
        <Alert color="blue">
          <Trans>
            {list.approvedByName} duyệt lúc <DateTime value={list.approvedAt} />. Cháu thêm sau khi duyệt vào danh sách bổ sung, Lãnh đạo duyệt riêng.
          </Trans>
        </Alert>
      )}
    </Stack>
  )
}

const Opened = ({ list: read }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const live = useGiftProgress(read).data
  const list = live ? { ...read, handedOut: live.given, stockOnHand: live.stockOnHand } : read
  const open = useCampaign().status !== 'closed'
  const [search, change] = useListSearch(giftListRoute, giftListLines.list)
  const [line, setLine] = useState<GiftListLineRecord | null>(null)
  const [undoing, setUndoing] = useState<GiftListLineRecord | null>(null)
  const [shown, setShown] = useState<GiftListLineRecord | null>(null)
  const undoes = open && can('void HandOut') && list.status === 'approved'
  const edits = open && can('update GiftListLine') && mayAdvance(giftListTransitions, list.status, 'edit')
  const amends = can('update GiftListLine') && mayAdvance(giftListTransitions, list.status, 'amend')
  return (
    <>
      <PageTitle title={list.name} description={<Description list={list} />} action={<GiftListActions list={list} open={open} />} />
      <Notices list={list} />
      <Figures list={list} />
      <ListBudget list={list} />
      {live && <HandOutProgress list={list} progress={live} />}
      <LineList
        embedded
        title={t`Các cháu trong danh sách`}
        giftListId={list.id}
        search={search}
        change={change}
        {...(can('update GiftListLine') && { onOpen: setLine })}
        {...(undoes && { onUndo: setUndoing })}
        {...(can('read HandOut') && { onShow: setShown })}
        emptyHint={
          list.generatedAt === null
            ? t`Bấm “Tìm các cháu” để lập danh sách theo điều kiện.`
            : t`Không có cháu nào đủ điều kiện; lý do của từng cháu ở bên dưới.`
        }
      />
      <Supplements list={list} open={open} />
      {can('update GiftList') && <LeftOut list={list} adds={open && (edits || amends)} />}
      <History subject="GiftList" id={list.id} words={{ ...listStatusLabels(), ...sexLabels(), ...schoolLevelLabels() }} />
      {shown && <HandOutDialog line={shown} onClose={() => setShown(null)} />}
      {undoing && <UndoHandOut line={undoing} onClose={() => setUndoing(null)} />}
      {line && <LineDialog line={line} edits={edits} removes={open && amends && line.handOut === null} onClose={() => setLine(null)} />}
    </>
  )
}

/** One gift list: found by rule, looked through, approved, handed out. */
export const GiftListPage = () => {
  const { giftListId } = giftListRoute.useParams()
  const { year } = useCampaign()
  const list = useQuery(queryOf(giftLists.get, { params: { id: giftListId } }))
  return (
    <>
      <BackLink place={{ to: '/$year/gift-lists', params: { year } }}>
        <Trans>Các danh sách nhận quà</Trans>
      </BackLink>
      <Answer query={list}>{(data) => <Opened list={data} />}</Answer>
    </>
  )
}
