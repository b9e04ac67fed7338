import { awardDecisions } from '@chung-tay/contracts/awards'
import { type DisbursementRecord, disbursementKind, disbursementPurpose, disbursements, newDisbursement } from '@chung-tay/contracts/ledger'
import { useLingui } from '@lingui/react/macro'
import { Alert, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { codeOf } from '../api/problem.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { AmountField } from '../ui/fields/amount-field.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { type RecordForm, useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { methodOptions, payablePurposeOptions } from './ledger-labels.tsx'
import { useFunds } from './queries.ts'

// One form for both kinds: what only a payment says is left out of a transfer, which in turn must bring its proof.
const body = newDisbursement.options[0]
  .extend({ kind: disbursementKind, purpose: disbursementPurpose.exclude(['fundTransfer']).optional() })
  .superRefine(({ kind, fileIds }, context) => {
    if (kind === 'transferOut' && fileIds.length === 0) {
      context.addIssue({ code: 'too_small', origin: 'array', minimum: 1, inclusive: true, input: fileIds, path: ['fileIds'] })
    }
  })
type Values = z.input<typeof body>
type Form = RecordForm<Values>

const DecisionField = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const { data } = useQuery(queryOf(awardDecisions.list, { params: { campaignId: campaign.id } }))
  const options = (data?.items ?? [])
    .filter(({ status }) => status === 'signed')
    .map(({ id, number, total }) => ({ value: id, label: `${number ?? '–'}: ${formatMoney(total)}` }))
  return <SelectField form={form} name="decisionId" label={t`Theo quyết định số`} options={options} />
}

/** Amount with its words, and what the fund has of that kind of money. */
const AmountFields = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const [fundId, method, amount] = useWatch({ control: form.control, name: ['fundId', 'method', 'amount'] })
  const { errors } = form.formState
  const query = useFunds()
  const funds = query.data?.items ?? []
  const { refetch } = query
  const overdrawn = codeOf(form.problem) === 'FUND_OVERDRAWN'
  // Somebody else was quicker: what is left now is shown beside what was typed.
  useEffect(() => {
    if (overdrawn) void refetch()
  }, [overdrawn, refetch])
  const options = funds
    .filter(({ active }) => active)
    .map(({ id, name, balance }) => ({ value: id, label: balance === null ? name : t`${name} (còn ${formatMoney(balance.cash + balance.bank)})` }))
  const balance = funds.find(({ id }) => id === fundId)?.balance
  const left = balance && (method === 'cash' ? balance.cash : balance.bank)
  const leftText =
    left === null || left === undefined
      ? undefined
      : method === 'cash'
        ? t`Tiền mặt của quỹ còn ${formatMoney(left)}`
        : t`Tài khoản của quỹ còn ${formatMoney(left)}`
  return (
    <>
      <SelectField form={form} name="fundId" label={t`Quỹ chi`} options={options} required />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <div>
          <SelectField form={form} name="method" label={t`Hình thức`} options={methodOptions()} required />
          {leftText !== undefined && (
            <Text size="sm" c="dimmed" mt={4}>
              {leftText}
            </Text>
          )}
        </div>
        <AmountField form={form} name="amount" />
      </SimpleGrid>
      {typeof left === 'number' && amount > left && !errors.amount && (
        <Alert color="stamen">{t`Vượt số dư ${formatMoney(amount - left)}. Hãy giảm số tiền, đổi hình thức hoặc chọn quỹ khác.`}</Alert>
      )}
    </>
  )
}

type NewProps = { kind: DisbursementRecord['kind']; onClose: () => void; onCreated: (id: string) => void }

/** A payment, or a transfer to the Fund for Children. */
export const NewDisbursement = ({ kind, onClose, onCreated }: NewProps) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const { today } = useMe()
  const can = useCan()
  const pays = kind === 'payment'
  const form = useRecordForm({
    contract: { ...disbursements.record, body },
    draftKey: `disbursement:${kind}:${campaign.id}`,
    defaults: {
      kind,
      ...(pays && { purpose: null as never }),
      decisionId: null,
      fundId: null as never,
      method: 'transfer',
      amount: null as never,
      payee: pays ? '' : 'Quỹ Bảo trợ trẻ em',
      memo: '',
      paidOn: today,
      fileIds: [],
    },
    input: ({ purpose, decisionId, ...shared }) => ({
      params: { campaignId: campaign.id },
      body: pays ? { ...shared, purpose, decisionId: purpose === 'award' ? decisionId : null } : shared,
    }),
    onSaved: ({ id, voucher }) => {
      toastDone(pays ? t`Đã ghi phiếu chi ${voucher}` : t`Đã ghi phiếu chuyển ${voucher}`)
      onCreated(id)
    },
  })
  const purpose = useWatch({ control: form.control, name: 'purpose' })
  return (
    <FormDrawer form={form} title={pays ? t`Ghi khoản chi` : t`Chuyển về Quỹ Bảo trợ trẻ em`} onClose={onClose} submitLabel={t`Ghi sổ`}>
      <Stack gap="md">
        {pays && <SelectField form={form} name="purpose" label={t`Nội dung chi`} options={payablePurposeOptions()} required />}
        {purpose === 'award' && can('read AwardDecision') && <DecisionField form={form} />}
        <AmountFields form={form} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField form={form} name="payee" label={t`Người nhận, đơn vị nhận`} required />
          <DateField form={form} name="paidOn" label={pays ? t`Ngày chi` : t`Ngày chuyển`} max={today} required />
        </SimpleGrid>
        <TextAreaField form={form} name="memo" label={t`Diễn giải`} minRows={2} />
        <FileField
          form={form}
          name="fileIds"
          label={t`Chứng từ`}
          description={pays ? t`Hóa đơn, giấy nhận tiền, ảnh chụp.` : t`Bắt buộc: ủy nhiệm chi, giấy nộp tiền hoặc biên nhận của Quỹ.`}
          required={!pays}
        />
      </Stack>
    </FormDrawer>
  )
}
