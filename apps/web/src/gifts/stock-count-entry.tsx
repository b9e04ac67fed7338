import { type OpenedStockCount, stockCounts } from '@chung-tay/contracts/stock-counts'
import { countObstacles } from '@chung-tay/domain/gifts/stock-count'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, List, Stack, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { codeOf } from '../api/problem.ts'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { Difference, LineFields, MemberFields } from './stock-count-fields.tsx'

type Props = { count: OpenedStockCount }
type Values = ValuesOf<typeof stockCounts.save>

const valuesOf = ({ members, lines }: OpenedStockCount): Values => ({
  members,
  lines: lines.map(({ giftKindId, counted, reason }) => ({ giftKindId, counted, reason })),
})

/** What will be corrected, by the books as they are now: exactly that is confirmed, or nothing. */
const Finish = ({ count, onClose }: Props & { onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const finish = useAction(stockCounts.finish, { done: ({ number }) => t`Đã hoàn thành, biên bản số ${number ?? ''}` })
  const wrong = count.lines.filter(({ counted, booked }) => counted !== booked)
  const seen = count.lines.map(({ giftKindId, booked }) => ({ giftKindId, booked }))
  const send = () =>
    finish.mutate(
      { params: { id: count.id }, version: count.version, body: { seen } },
      {
        onError: (error) => {
          if (codeOf(error) === 'STOCK_MOVED' || codeOf(error) === 'STALE')
            void client.invalidateQueries({ queryKey: queryOf(stockCounts.get, { params: { id: count.id } }).queryKey })
        },
      },
    )
  return (
    <ConfirmDialog title={t`Hoàn thành kiểm kê?`} confirmLabel={t`Hoàn thành`} pending={finish.isPending} onClose={onClose} onConfirm={send}>
      {wrong.length === 0 ? (
        <Trans>Số thực tế khớp với sổ sách; thẻ kho không thay đổi.</Trans>
      ) : (
        <Stack gap="xs">
          <Text size="sm">
            <Plural value={wrong.length} other="# loại chênh lệch sẽ được ghi vào thẻ kho. Xong rồi thì không sửa được nữa." />
          </Text>
          <List size="sm">
            {wrong.map((line) => (
              <List.Item key={line.giftKindId}>
                {line.name}: <Difference {...line} /> {line.reason}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </ConfirmDialog>
  )
}

/** The sheet filled in: kept as often as one likes, finished once. */
export const CountEntry = ({ count }: Props) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const params = { id: count.id }
  const form = useRecordForm({
    contract: stockCounts.save,
    draftKey: `stock-count:${count.id}`,
    defaults: valuesOf(count),
    version: count.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await client.fetchQuery({ ...queryOf(stockCounts.get, { params }), staleTime: 0 })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã lưu số đếm`),
  })
  form.describe('lines', {
    label: t`Số đếm`,
    show: (value) => (value as Values['lines']).map(({ counted }, at) => `${count.lines[at]?.name}: ${counted ?? '–'}`).join('; '),
  })
  form.describe('members', { label: t`Ban kiểm kê`, show: (value) => (value as Values['members']).map(({ name }) => name).join(', ') || '–' })
  const { uncounted, unexplained, noCommittee } = countObstacles(count.lines, count.members)
  const missing = [
    ...(noCommittee ? [t`ghi người kiểm kê`] : []),
    ...(uncounted.length > 0 ? [t`đếm nốt ${uncounted.length} loại`] : []),
    ...(unexplained.length > 0 ? [t`ghi lý do của ${unexplained.length} chênh lệch`] : []),
  ]
  const ready = missing.length === 0 && !form.formState.isDirty
  return (
    <>
      <FormBody
        form={form}
        submitLabel={t`Lưu số đếm`}
        extra={
          <Button variant="default" leftSection={<IconChecks size={16} aria-hidden />} disabled={!ready} onClick={() => setAsked(true)}>
            <Trans>Hoàn thành kiểm kê</Trans>
          </Button>
        }
      >
        <Stack gap="md">
          <MemberFields form={form} />
          {count.lines.map((line, at) => (
            <LineFields key={line.giftKindId} form={form} line={line} at={at} />
          ))}
          {!ready && (
            <Text size="sm" c="dimmed" ta="end">
              {missing.length > 0 ? <Trans>Để hoàn thành, còn phải {missing.join(', ')}.</Trans> : <Trans>Lưu số đếm rồi mới hoàn thành được.</Trans>}
            </Text>
          )}
        </Stack>
      </FormBody>
      {asked && <Finish count={count} onClose={() => setAsked(false)} />}
    </>
  )
}
