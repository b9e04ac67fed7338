import { newPurchase, purchases } from '@chung-tay/contracts/purchases'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { methodOptions } from '../ledger/ledger-labels.tsx'
import { useFunds } from '../ledger/queries.ts'
import { useCampaign, useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, MoneyField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { type RecordForm, useRecordForm } from '../ui/record-form.ts'
import { Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'
import { KindField } from './kind-field.tsx'

type Form = RecordForm<z.input<typeof newPurchase>>

const emptyItem = { giftKindId: null as never, quantity: null as never, amount: null as never }

const unitPrice = (item: { quantity?: number; amount?: number } | undefined) =>
  item?.quantity && item.amount ? Math.round(item.amount / item.quantity) : null

/** The invoice line by line: what a line comes to is what stands on the paper, the price of a piece follows. */
const ItemFields = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const rows = useFieldArray({ control: form.control as never, name: 'items' as never })
  const items = useWatch({ control: form.control, name: 'items' })
  const total = items.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  return (
    <Fieldset legend={t`Hàng trên hóa đơn`}>
      <Stack gap="sm">
        {rows.fields.map((row, at) => (
          <Group key={row.id} align="flex-start" gap="xs" wrap="nowrap">
            <SimpleGrid cols={{ base: 1, xs: 3 }} flex={1} spacing="xs">
              <KindField form={form} name={`items.${at}.giftKindId`} label={t`Hàng`} />
              <CountField form={form} name={`items.${at}.quantity`} label={t`Số lượng`} min={1} required />
              <MoneyField
                form={form}
                name={`items.${at}.amount`}
                label={t`Thành tiền`}
                description={unitPrice(items[at]) === null ? t`Gồm cả thuế` : t`${formatMoney(unitPrice(items[at]) ?? 0)} một đơn vị`}
                required
              />
            </SimpleGrid>
            {rows.fields.length > 1 && (
              <ActionIcon variant="subtle" color="red" mt={28} aria-label={t`Bỏ dòng ${at + 1}`} onClick={() => rows.remove(at)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Group justify="space-between">
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => rows.append(emptyItem as never)}>
            <Trans>Thêm dòng</Trans>
          </Button>
          <Text size="sm">
            <Trans>
              Tổng hóa đơn: <Money value={total} />
            </Trans>
          </Text>
        </Group>
      </Stack>
    </Fieldset>
  )
}

/** One invoice: the payment with its voucher, and the goods into stock. */
export const NewPurchase = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const { id: campaignId } = useCampaign()
  const funds = useFunds().data?.items ?? []
  const options = funds
    .filter(({ active }) => active)
    .map(({ id, name, balance }) => ({
      value: id,
      label: balance === null ? name : t`${name} (tiền mặt ${formatMoney(balance.cash)}, ngân hàng ${formatMoney(balance.bank)})`,
    }))
  const form = useRecordForm({
    contract: { ...purchases.record, body: newPurchase },
    draftKey: `purchase:${campaignId}`,
    defaults: {
      supplier: '',
      invoiceSymbol: '',
      invoiceNumber: '',
      invoicedOn: today,
      paidOn: today,
      fundId: null as never,
      method: 'transfer',
      memo: '',
      items: [emptyItem],
      fileIds: [],
    },
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: ({ id, voucher }) => {
      toastDone(t`Đã nhập kho, phiếu chi số ${voucher}`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Mua hàng theo hóa đơn`} submitLabel={t`Ghi phiếu chi và nhập kho`} onClose={onClose} size="xl">
      <Stack gap="md">
        <TextField form={form} name="supplier" label={t`Người bán`} required />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <TextField form={form} name="invoiceSymbol" label={t`Ký hiệu hóa đơn`} placeholder="1C21TAA" required />
          <TextField form={form} name="invoiceNumber" label={t`Số hóa đơn`} required />
          <DateField form={form} name="invoicedOn" label={t`Ngày hóa đơn`} max={today} required />
        </SimpleGrid>
        <ItemFields form={form} />
        <SelectField form={form} name="fundId" label={t`Quỹ chi`} options={options} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField form={form} name="method" label={t`Hình thức`} options={methodOptions()} required />
          <DateField form={form} name="paidOn" label={t`Ngày chi, nhập kho`} max={today} required />
        </SimpleGrid>
        <TextAreaField form={form} name="memo" label={t`Diễn giải`} />
        <FileField form={form} name="fileIds" label={t`Bản chụp hóa đơn`} required />
      </Stack>
    </FormDrawer>
  )
}
