import { type BudgetRecord, type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { formatCount, formatMoney } from '../ui/format.ts'

const Words = ({ list, budget }: { list: GiftListRecord; budget: BudgetRecord }) => {
  const { wanted, onHand, assembled, toBuy, cost, held, short } = budget
  const { measure, fundName } = list
  if (wanted === 0) return null
  const assembling = assembled > 0 && (
    <>
      {' '}
      <Trans>
        Đóng được {formatCount(assembled)} {measure} từ hàng trong kho.
      </Trans>
    </>
  )
  if (toBuy === 0) {
    if (assembling) {
      return (
        <>
          <Trans>
            Còn {formatCount(wanted)} {measure} phải trao, kho có sẵn {formatCount(onHand)}.
          </Trans>
          {assembling}
        </>
      )
    }
    return (
      <Trans>
        Còn {formatCount(wanted)} {measure} phải trao, kho có đủ.
      </Trans>
    )
  }
  return (
    <>
      <Trans>
        Còn {formatCount(wanted)} {measure} phải trao: kho dành được {formatCount(onHand)}, phải mua thêm {formatCount(toBuy)} hết {formatMoney(cost)}
        ; {fundName} còn {formatMoney(held)} chưa dành cho danh sách khác.
      </Trans>
      {assembling}{' '}
      {short > 0 && (
        <strong>
          <Trans>Thiếu {formatMoney(short)}: chưa trình, duyệt được.</Trans>
        </strong>
      )}
    </>
  )
}

/** Gifts against stock and fund, beside what other approved lists need: seen before the list is submitted and before it is approved. */
export const ListBudget = ({ list }: { list: GiftListRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const query = useQuery(queryOf(giftLists.budget, { params: { id: list.id } }))
  if (list.status === 'closed' || !query.data) return null
  const { budget } = query.data
  if (budget === null) {
    if (list.status !== 'draft' || !can('update GiftList')) return null
    return (
      <Alert color="stamen" mb="md" title={t`Kinh phí`}>
        <Trans>Chưa chọn quỹ chi. Bấm “Sửa” để chọn; hệ thống sẽ đối chiếu số quà với kho và quỹ.</Trans>
      </Alert>
    )
  }
  if (budget.wanted === 0) return null
  return (
    <Alert color={budget.short > 0 ? 'red' : budget.toBuy > 0 ? 'stamen' : 'leaf'} mb="md" title={t`Kinh phí`}>
      <Words list={list} budget={budget} />
    </Alert>
  )
}
