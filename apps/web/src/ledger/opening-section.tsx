import type { FundRecord } from '@chung-tay/contracts/funds'
import { ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { type OpeningRecord, openings } from '@chung-tay/contracts/openings'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconFlag, IconReceiptOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { Day, Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

type Props = { fund: FundRecord }

const OpeningForm = ({ fund, onClose }: Props & { onClose: () => void }) => {
  const { t } = useLingui()
  const { id: campaignId, year } = useCampaign()
  const form = useRecordForm({
    contract: openings.record,
    draftKey: `opening:${fund.id}`,
    defaults: { fundId: fund.id, cash: 0, bank: 0, enteredOn: `${year}-01-01`, note: '' },
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: () => {
      toastDone(t`Đã ghi số dư ban đầu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Số dư ban đầu của ${fund.name}`} submitLabel={t`Ghi số dư`} onClose={onClose} size="md">
      <Stack gap="md">
        <Text size="sm">
          <Trans>Tiền quỹ có sẵn khi bắt đầu ghi sổ bằng chương trình. Số dư các năm sau tự chuyển sang, không phải ghi lại.</Trans>
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyField form={form} name="cash" label={t`Tiền mặt`} />
          <MoneyField form={form} name="bank" label={t`Tiền gửi ngân hàng`} />
        </SimpleGrid>
        <DateField form={form} name="enteredOn" label={t`Ngày ghi sổ`} description={t`Không sau bút toán đầu tiên của quỹ.`} required />
        <TextAreaField form={form} name="note" label={t`Ghi chú`} description={t`Ví dụ số và ngày của biên bản bàn giao, sổ cũ.`} />
      </Stack>
    </FormDrawer>
  )
}

const Standing = ({ opening }: { opening: OpeningRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [asked, setAsked] = useState(false)
  const voidIt = useAction(openings.void, { done: t`Đã hủy số dư ban đầu`, onDone: () => setAsked(false) })
  const { id, cash, bank, enteredOn, note, byName, version } = opening
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text size="sm">
          <Trans>
            Tiền mặt <Money value={cash} />, ngân hàng <Money value={bank} />, ghi ngày <Day value={enteredOn} />. Người ghi: {byName}.
          </Trans>
        </Text>
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      {can('void OpeningBalance') && campaign.status !== 'closed' && (
        <Button size="xs" variant="default" c="red" leftSection={<IconReceiptOff size={14} aria-hidden />} onClick={() => setAsked(true)}>
          <Trans>Hủy số dư ban đầu</Trans>
        </Button>
      )}
      {asked && (
        <ReasonDialog
          title={t`Hủy số dư ban đầu?`}
          confirmLabel={t`Hủy số dư ban đầu`}
          onReason={(reason) => voidIt.mutate({ params: { id }, body: { reason }, version })}
          onClose={() => setAsked(false)}
          pending={voidIt.isPending}
        />
      )}
    </Group>
  )
}

/** What the fund had when the program took over its books; offered while nothing is closed. */
export const OpeningSection = ({ fund }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(queryOf(openings.list, { params: { id: fund.id } }))
  const { data: closing } = useQuery(queryOf(ledgerClosings.get, {}))
  const standing = data?.items.find(({ status }) => status === 'recorded')
  const mayAdd = can('create OpeningBalance') && fund.active && campaign.status !== 'closed' && closing?.closedUntil === null
  if (!data || (!standing && !mayAdd)) return null
  return (
    <Stack gap="xs" component="section" aria-label={t`Số dư ban đầu`}>
      <Title order={3} fz="md">
        <Trans>Số dư ban đầu</Trans>
      </Title>
      {standing ? (
        <Standing opening={standing} />
      ) : (
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            <Trans>Chưa ghi: sổ của quỹ bắt đầu từ 0 đồng.</Trans>
          </Text>
          <Button size="xs" variant="default" leftSection={<IconFlag size={14} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Ghi số dư ban đầu</Trans>
          </Button>
        </Group>
      )}
      {adding && <OpeningForm fund={fund} onClose={() => setAdding(false)} />}
    </Stack>
  )
}
