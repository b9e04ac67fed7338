import { donationMethod, donations, moneySource, newDonation } from '@chung-tay/contracts/donations'
import type { PledgeRecord } from '@chung-tay/contracts/pledges'
import { goodsValue } from '@chung-tay/domain/donations/value'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { z } from 'zod'
import { KindField } from '../gifts/kind-field.tsx'
import { useCampaign, useMe } from '../session/session.ts'
import { checkedBy } from '../ui/checked-by.ts'
import { AmountField } from '../ui/fields/amount-field.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm } from '../ui/record-form.ts'
import { Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'
import { methodOptions, sourceOptions } from './donation-labels.tsx'
import { DonorFields, donorOf, donorPlace, noDonor, typedDonor } from './donor-fields.tsx'
import { useFundOptions } from './queries.ts'

const item = z.object({ giftKindId: z.string().nullable(), quantity: z.number().nullable(), unitValue: z.number().nullable() })

/** One form for the six shapes of a donation: what is typed stays when the method or the giver's kind changes. */
const typed = z.object({
  ...typedDonor,
  pledgeId: z.string().nullable(),
  fundId: z.string().nullable(),
  method: donationMethod,
  source: moneySource,
  amount: z.number().nullable(),
  items: z.array(item),
  receivedOn: z.string().nullable(),
  note: z.string(),
})
type Typed = z.output<typeof typed>

const bodyOf = (values: Typed) => ({
  donor: donorOf(values),
  pledgeId: values.pledgeId,
  fundId: values.fundId,
  method: values.method,
  source: values.source,
  receivedOn: values.receivedOn,
  note: values.note,
  ...(values.method === 'inKind' ? { items: values.items } : { amount: values.amount }),
})

const form = typed.superRefine(checkedBy(newDonation, bodyOf, donorPlace))
const contract = { ...donations.record, body: form }

type FormProps = { form: RecordForm<Typed> }

const ItemFields = ({ form }: FormProps) => {
  const { t } = useLingui()
  const rows = useFieldArray({ control: form.control as never, name: 'items' as never })
  const items = form.watch('items')
  const value = goodsValue(items.map(({ quantity, unitValue }) => ({ quantity: quantity ?? 0, unitValue: unitValue ?? 0 })))
  return (
    <Stack gap="sm">
      {rows.fields.map((row, at) => (
        <Group key={row.id} align="flex-end" gap="xs" wrap="nowrap">
          <SimpleGrid cols={{ base: 1, xs: 3 }} flex={1} spacing="xs">
            <KindField form={form} name={`items.${at}.giftKindId`} label={t`Hiện vật`} />
            <CountField form={form} name={`items.${at}.quantity`} label={t`Số lượng`} min={1} required />
            <MoneyField form={form} name={`items.${at}.unitValue`} label={t`Đơn giá`} required />
          </SimpleGrid>
          {rows.fields.length > 1 && (
            <ActionIcon variant="subtle" color="red" mb={4} aria-label={t`Bỏ dòng ${at + 1}`} onClick={() => rows.remove(at)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => rows.append({ giftKindId: null, quantity: null, unitValue: null } as never)}
        >
          <Trans>Thêm hiện vật</Trans>
        </Button>
        <Text size="sm">
          <Trans>
            Tổng trị giá: <Money value={value} />
          </Trans>
        </Text>
      </Group>
    </Stack>
  )
}

/** What a pledge says already is filled in; its giver stands. */
const pledged = ({ id, donor, fundId, amount, received }: PledgeRecord) => ({
  ...noDonor,
  donorId: donor.id,
  pledgeId: id,
  fundId,
  method: amount === null ? ('inKind' as const) : ('transfer' as const),
  amount: amount !== null && amount > received ? amount - received : null,
})

type NewDonationProps = { pledge?: PledgeRecord; onClose: () => void; onCreated: (id: string) => void }

export const NewDonation = ({ pledge, onClose, onCreated }: NewDonationProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  const { id: campaignId } = useCampaign()
  const fundOptions = useFundOptions()
  const form = useRecordForm({
    contract,
    draftKey: `donation:${pledge?.id ?? campaignId}`,
    defaults: {
      ...(pledge ? pledged(pledge) : { ...noDonor, pledgeId: null, fundId: null, method: 'cash', amount: null }),
      source: 'donation',
      items: [{ giftKindId: null, quantity: null, unitValue: null }],
      receivedOn: today,
      note: '',
    },
    input: (values) => ({ params: { campaignId }, body: bodyOf(values) as never }),
    onSaved: ({ id, receipt }) => {
      toastDone(t`Đã ghi nhận, biên nhận số ${receipt}`)
      onCreated(id)
    },
  })
  const inKind = form.watch('method') === 'inKind'
  return (
    <FormDrawer form={form} title={t`Ghi nhận đóng góp`} submitLabel={t`Ghi nhận`} onClose={onClose}>
      <Stack gap="md">
        {pledge ? (
          <Text size="sm">
            <Trans>
              {pledge.donor.name}, đăng ký {pledge.reference}
            </Trans>
          </Text>
        ) : (
          <DonorFields form={form as never} />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField form={form} name="fundId" label={t`Ủng hộ cho quỹ`} options={fundOptions} required />
          <SelectField form={form} name="method" label={t`Hình thức`} options={methodOptions()} required />
          <SelectField form={form} name="source" label={t`Nguồn`} options={sourceOptions()} required />
        </SimpleGrid>
        {inKind ? <ItemFields form={form} /> : <AmountField form={form} name="amount" />}
        <DateField form={form} name="receivedOn" label={t`Ngày nhận`} max={today} required />
        <TextAreaField form={form} name="note" label={t`Ghi chú`} />
      </Stack>
    </FormDrawer>
  )
}
