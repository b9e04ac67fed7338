import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { type GiftListAction, giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCheck,
  IconDownload,
  IconEdit,
  IconFlagCheck,
  IconGift,
  IconListCheck,
  IconQrcode,
  IconSend,
  IconUserSearch,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, ReasonDialog } from '../ui/dialogs.tsx'
import { placeOf } from '../ui/place.ts'
import { EditGiftList } from './gift-list-form.tsx'
import { InvitationsDialog } from './invitations-dialog.tsx'

type ActionProps = { list: GiftListRecord }

/** The union's work on a draft: the rule, the children, the submission. */
const DraftActions = ({ list }: ActionProps) => {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const generate = useAction(giftLists.generate, {
    done: ({ added, removed, list: { entitled } }) => t`Danh sách có ${entitled} cháu (thêm ${added}, bớt ${removed})`,
  })
  const submit = useAction(giftLists.submit, { done: t`Đã trình Lãnh đạo` })
  const input = { params: { id: list.id }, version: list.version }
  const ready = list.generatedAt !== null && list.entitled > 0
  return (
    <>
      <Button
        variant={ready ? 'default' : 'filled'}
        leftSection={<IconUserSearch size={16} aria-hidden />}
        loading={generate.isPending}
        onClick={() => generate.mutate(input)}
      >
        {list.generatedAt === null ? <Trans>Tìm các cháu</Trans> : <Trans>Tìm lại các cháu</Trans>}
      </Button>
      {ready && (
        <Button leftSection={<IconSend size={16} aria-hidden />} loading={submit.isPending} onClick={() => submit.mutate(input)}>
          <Trans>Trình Lãnh đạo</Trans>
        </Button>
      )}
      <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => setEditing(true)}>
        <Trans>Sửa</Trans>
      </Button>
      {editing && <EditGiftList list={list} onClose={() => setEditing(false)} />}
    </>
  )
}

/** The leadership's answer. */
const ApprovalActions = ({ list }: ActionProps) => {
  const { t } = useLingui()
  const [returning, setReturning] = useState(false)
  const approve = useAction(giftLists.approve, { done: t`Đã duyệt danh sách` })
  const giveBack = useAction(giftLists.return, { done: t`Đã trả lại danh sách`, onDone: () => setReturning(false) })
  const input = { params: { id: list.id }, version: list.version }
  return (
    <>
      <Button leftSection={<IconCheck size={16} aria-hidden />} loading={approve.isPending} onClick={() => approve.mutate(input)}>
        <Trans>Duyệt</Trans>
      </Button>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setReturning(true)}>
        <Trans>Trả lại</Trans>
      </Button>
      {returning && (
        <ReasonDialog
          title={t`Trả lại danh sách cho Công đoàn?`}
          label={t`Cần sửa gì?`}
          confirmLabel={t`Trả lại`}
          pending={giveBack.isPending}
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutate({ ...input, body: { reason } })}
        />
      )}
    </>
  )
}

const CloseAction = ({ list }: ActionProps) => {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const close = useAction(giftLists.close, { done: t`Đã kết thúc trao quà`, onDone: () => setAsking(false) })
  const waiting = list.entitled - list.handedOut
  return (
    <>
      <Button variant="default" leftSection={<IconFlagCheck size={16} aria-hidden />} onClick={() => setAsking(true)}>
        <Trans>Kết thúc</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          title={waiting > 0 ? t`Kết thúc khi còn ${waiting} cháu chưa nhận?` : t`Kết thúc trao quà theo danh sách này?`}
          confirmLabel={t`Kết thúc`}
          pending={close.isPending}
          danger={waiting > 0}
          onClose={() => setAsking(false)}
          onConfirm={() => close.mutate({ params: { id: list.id }, version: list.version })}
        >
          <Trans>Sau khi kết thúc không trao thêm theo danh sách này được nữa.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}

/** The day itself: the desk, and before it the slips that bring the families there. */
const DeskActions = ({ list }: ActionProps) => {
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <Button component="a" href={`/desk/${list.id}`} leftSection={<IconGift size={16} aria-hidden />}>
        <Trans>Bàn trao quà</Trans>
      </Button>
      {list.handedOut < list.entitled && (
        <Button variant="default" leftSection={<IconQrcode size={16} aria-hidden />} onClick={() => setInviting(true)}>
          <Trans>Giấy mời</Trans>
        </Button>
      )}
      {list.handedOut < list.entitled && (
        <Button
          variant="default"
          leftSection={<IconListCheck size={16} aria-hidden />}
          renderRoot={(root) => (
            <Link {...root} {...placeOf({ to: '/$year/gift-lists/$giftListId/paper', params: { year: list.year, giftListId: list.id } })} />
          )}
        >
          <Trans>Nhập danh sách đã ký</Trans>
        </Button>
      )}
      {inviting && <InvitationsDialog list={list} onClose={() => setInviting(false)} />}
    </>
  )
}

/** What this person may do with the list as it is; the signing list is for paper, at any time. */
export const GiftListActions = ({ list, open }: ActionProps & { open: boolean }) => {
  const can = useCan()
  const moves = (action: GiftListAction) => open && mayAdvance(giftListTransitions, list.status, action)
  return (
    <>
      {moves('edit') && can('update GiftList') && <DraftActions list={list} />}
      {moves('approve') && can('approve GiftList') && <ApprovalActions list={list} />}
      {moves('close') && can('create HandOut') && <DeskActions list={list} />}
      {list.entitled > 0 && (
        <Button.Group>
          <Button
            component="a"
            href={urlOf(giftLists.signingList, { params: { id: list.id } })}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            <Trans>Danh sách ký nhận</Trans>
          </Button>
          <Button component="a" variant="default" href={urlOf(giftLists.signingListPdf, { params: { id: list.id } })} download>
            PDF
          </Button>
        </Button.Group>
      )}
      {moves('close') && can('update GiftList') && <CloseAction list={list} />}
    </>
  )
}
