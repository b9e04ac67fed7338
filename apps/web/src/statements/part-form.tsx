import { type BankLineDetail, bankLines, newParts } from '@chung-tay/contracts/bank-lines'
import { donations, moneySource } from '@chung-tay/contracts/donations'
import { pledges } from '@chung-tay/contracts/pledges'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { z } from 'zod'
import { sourceOptions } from '../donations/donation-labels.tsx'
import { DonorFields, donorOf, noDonor, typedDonor } from '../donations/donor-fields.tsx'
import { useFundOptions } from '../donations/queries.ts'
import { useCampaign } from '../session/session.ts'
import { checkedBy } from '../ui/checked-by.ts'
import { AmountField } from '../ui/fields/amount-field.tsx'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { type RecordForm, useRecordForm } from '../ui/record-form.ts'
import { Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

const typed = z.object({
  ...typedDonor,
  as: z.enum(['pledge', 'donation', 'new']),
  pledgeId: z.string().nullable(),
  donationId: z.string().nullable(),
  fundId: z.string().nullable(),
  source: moneySource,
  amount: z.number().nullable(),
})
type Typed = z.output<typeof typed>

const partOf = (values: Typed) => {
  if (values.as === 'pledge') return { kind: 'pledge', pledgeId: values.pledgeId, amount: values.amount }
  if (values.as === 'donation') return { kind: 'donation', donationId: values.donationId }
  return { kind: 'new', donor: donorOf(values), fundId: values.fundId, source: values.source, amount: values.amount }
}

/** Past the list, its one part, and the giver within it. */
const placeOf = (path: PropertyKey[]): PropertyKey[] => {
  const [, ...place] = path
  return place[0] === 'donor' ? place.slice(1) : place
}
const form = typed.superRefine(checkedBy(newParts, (values: Typed) => [partOf(values)], placeOf))
const contract = { ...bankLines.match, body: form }

type Form = RecordForm<Typed>

const Pledge = ({ form, rest }: { form: Form; rest: number }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  return (
    <PickField
      form={form}
      name="pledgeId"
      label={t`Đăng ký ủng hộ`}
      required
      contract={pledges.list}
      input={(q) => ({ params: { campaignId }, query: { q } })}
      onItem={(pledge) => {
        const left = pledge?.amount ? pledge.amount - pledge.received : 0
        if (left > 0) form.setValue('amount', Math.min(rest, left), { shouldDirty: true })
      }}
      option={({ id, reference, donor, amount, received }) => ({
        value: id,
        label:
          amount === null ? `${donor.name}, ${reference}` : t`${donor.name}, ${reference}, còn chờ ${formatMoney(Math.max(0, amount - received))}`,
        disabled: amount === null,
      })}
    />
  )
}

const Recorded = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  return (
    <PickField
      form={form}
      name="donationId"
      label={t`Khoản đã ghi nhận bằng tay`}
      description={t`Chỉ các khoản chuyển khoản còn hiệu lực. Khoản này không bị ghi thêm lần nữa.`}
      required
      contract={donations.list}
      input={(q) => ({ params: { campaignId }, query: { q, method: 'transfer' as const, status: 'recorded' as const } })}
      option={({ id, receipt, donor, amount, receivedOn }) => ({
        value: id,
        label: `${receipt}, ${donor.name}, ${formatMoney(amount)}, ${formatDay(receivedOn)}`,
      })}
    />
  )
}

const Fresh = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const fundOptions = useFundOptions()
  return (
    <>
      <DonorFields form={form as never} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SelectField form={form} name="fundId" label={t`Ủng hộ cho quỹ`} options={fundOptions} required />
        <SelectField form={form} name="source" label={t`Nguồn`} options={sourceOptions()} required />
      </SimpleGrid>
    </>
  )
}

/** One part of a line: the rest of it stays open, so that a transfer is split by saying one part after the other. */
export const PartForm = ({ line, onClose }: { line: BankLineDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const rest = line.amount - line.allocated
  const [likely] = line.suggestions
  const pledge = likely?.parts.find(({ kind }) => kind === 'pledge')
  const form = useRecordForm({
    contract,
    draftKey: null,
    defaults: {
      ...noDonor,
      name: '',
      as: 'pledge',
      pledgeId: null,
      donationId: null,
      fundId: null,
      source: 'donation',
      amount: pledge ? Math.min(rest, pledge.left || rest) : rest,
    },
    version: line.version,
    input: (values, version) => ({ params: { id: line.id }, body: { parts: [partOf(values)] } as never, version }),
    onSaved: ({ amount, allocated }) => {
      const left = formatMoney(amount - allocated)
      toastDone(allocated === amount ? t`Đã ghi nhận` : t`Đã ghi nhận một phần, còn ${left}`)
      onClose()
    },
  })
  const as = form.watch('as')
  const money = <Money value={rest} />
  return (
    <FormDrawer form={form} title={t`Ghi nhận từ dòng sao kê`} submitLabel={t`Ghi nhận`} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.text}
        </Text>
        <Text size="sm">
          <Trans>Còn lại của dòng: {money}. Nếu một lần chuyển là của nhiều người, hãy ghi từng phần.</Trans>
        </Text>
        <SegmentedControl
          aria-label={t`Là khoản nào`}
          value={as}
          onChange={(value) => form.setValue('as', value as Typed['as'], { shouldDirty: true })}
          data={[
            { value: 'pledge', label: t`Theo đăng ký` },
            { value: 'donation', label: t`Khoản đã ghi` },
            { value: 'new', label: t`Khoản mới` },
          ]}
        />
        {as === 'pledge' && <Pledge form={form} rest={rest} />}
        {as === 'donation' && <Recorded form={form} />}
        {as === 'new' && <Fresh form={form} />}
        {as !== 'donation' && <AmountField form={form} name="amount" />}
      </Stack>
    </FormDrawer>
  )
}
