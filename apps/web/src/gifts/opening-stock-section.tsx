import { ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { type OpeningStockRecord, openingStocks } from '@chung-tay/contracts/opening-stocks'
import type { GiftKindRecord } from '@chung-tay/contracts/stock'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconFlag, IconReceiptOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useFunds } from '../ledger/queries.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Dialog, ReasonDialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { formatCount } from '../ui/format.ts'
import { useRecordForm } from '../ui/record-form.ts'
import { Day, Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

type Props = { kind: GiftKindRecord }

const OpeningStockForm = ({ kind, onClose }: Props & { onClose: () => void }) => {
  const { t } = useLingui()
  const { id: campaignId, year } = useCampaign()
  const funds = (useFunds().data?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
  const none = null as never
  const form = useRecordForm({
    contract: openingStocks.record,
    draftKey: `opening-stock:${kind.id}`,
    defaults: { giftKindId: kind.id, fundId: none, quantity: none, value: none, enteredOn: `${year}-01-01`, note: '' },
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: () => {
      toastDone(t`Đã ghi tồn kho đầu kỳ`)
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t`Tồn kho đầu kỳ: ${kind.name}`}>
      <FormBody form={form} submitLabel={t`Ghi tồn kho`} onCancel={onClose}>
        <Stack gap="md">
          <Text size="sm">
            <Trans>Hàng có sẵn trong kho khi bắt đầu ghi sổ bằng chương trình, theo từng quỹ. Các năm sau tự chuyển sang.</Trans>
          </Text>
          <SelectField form={form} name="fundId" label={t`Quỹ`} options={funds} required />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CountField form={form} name="quantity" label={t`Số lượng (${kind.measure})`} min={1} required />
            <MoneyField form={form} name="value" label={t`Tổng trị giá`} min={1} required />
          </SimpleGrid>
          <DateField form={form} name="enteredOn" label={t`Ngày ghi sổ`} description={t`Không sau lần nhập, xuất và bút toán đầu tiên.`} required />
          <TextAreaField form={form} name="note" label={t`Ghi chú`} description={t`Ví dụ số và ngày của biên bản bàn giao, sổ cũ.`} />
        </Stack>
      </FormBody>
    </Dialog>
  )
}

const Standing = ({ opening, measure }: { opening: OpeningStockRecord; measure: string }) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [asked, setAsked] = useState(false)
  const voidIt = useAction(openingStocks.void, { done: t`Đã hủy tồn kho đầu kỳ`, onDone: () => setAsked(false) })
  const { id, fundName, quantity, value, enteredOn, byName, version } = opening
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        <Trans>
          {fundName}: {formatCount(quantity)} {measure}, <Money value={value} />, ghi ngày <Day value={enteredOn} />. Người ghi: {byName}.
        </Trans>
      </Text>
      {can('void OpeningStock') && campaign.status !== 'closed' && (
        <Button size="xs" variant="default" c="red" leftSection={<IconReceiptOff size={14} aria-hidden />} onClick={() => setAsked(true)}>
          <Trans>Hủy tồn kho đầu kỳ</Trans>
        </Button>
      )}
      {asked && (
        <ReasonDialog
          title={t`Hủy tồn kho đầu kỳ?`}
          confirmLabel={t`Hủy tồn kho đầu kỳ`}
          onReason={(reason) => voidIt.mutate({ params: { id }, body: { reason }, version })}
          onClose={() => setAsked(false)}
          pending={voidIt.isPending}
        />
      )}
    </Group>
  )
}

/** What funds had of the kind when the program took over their books; offered while nothing is closed. */
export const OpeningStockSection = ({ kind }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(queryOf(openingStocks.list, { params: { id: kind.id } }))
  const { data: closing } = useQuery({ ...queryOf(ledgerClosings.get, {}), enabled: can('create OpeningStock') })
  const standing = data?.items.filter(({ status }) => status === 'recorded') ?? []
  const mayAdd = can('create OpeningStock') && campaign.status !== 'closed' && closing?.closedUntil === null
  if (!data || (standing.length === 0 && !mayAdd)) return null
  return (
    <Stack gap="xs" mt="md" component="section" aria-label={t`Tồn kho đầu kỳ`}>
      <Title order={3} fz="md">
        <Trans>Tồn kho đầu kỳ</Trans>
      </Title>
      {standing.map((opening) => (
        <Standing key={opening.id} opening={opening} measure={kind.measure} />
      ))}
      {mayAdd && (
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {standing.length === 0 ? <Trans>Chưa ghi: thẻ kho bắt đầu từ 0.</Trans> : <Trans>Quỹ khác còn hàng từ trước thì ghi thêm.</Trans>}
          </Text>
          <Button size="xs" variant="default" leftSection={<IconFlag size={14} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Ghi tồn kho đầu kỳ</Trans>
          </Button>
        </Group>
      )}
      {adding && <OpeningStockForm kind={kind} onClose={() => setAdding(false)} />}
    </Stack>
  )
}
