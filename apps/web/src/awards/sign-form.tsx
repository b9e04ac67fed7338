import { type AwardDecisionDetail, awardDecisions } from '@chung-tay/contracts/awards'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, SimpleGrid, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

/** The signature under a decision: number and day, and what it is about. When the list changed meanwhile, the new sum is shown first. */
export const SignForm = ({ decision, onClose }: { decision: AwardDecisionDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const client = useQueryClient()
  const params = { id: decision.id }
  const values = { number: '', decidedOn: today }
  const form = useRecordForm({
    contract: awardDecisions.sign,
    draftKey: null,
    defaults: values,
    version: decision.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await client.fetchQuery({ ...queryOf(awardDecisions.get, { params }), staleTime: 0 })
      return { values, version: fresh.version }
    },
    onSaved: ({ number }) => {
      toastDone(t`Đã ký Quyết định số ${number ?? ''}`)
      onClose()
    },
  })
  const { children } = decision
  return (
    <FormDrawer form={form} title={t`Ký quyết định khen thưởng`} submitLabel={t`Ký quyết định`} onClose={onClose}>
      <Stack gap="md">
        <Alert color="blue">
          <Trans>
            Khen thưởng <strong>{children} cháu</strong>, tổng số tiền{' '}
            <strong>
              <Money value={decision.total} />
            </strong>
            . Sau khi ký, danh sách và số tiền không thay đổi được nữa.
          </Trans>
        </Alert>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField form={form} name="number" label={t`Số quyết định`} description={t`Chỉ ghi số, ví dụ 87.`} maxLength={50} autoFocus required />
          <DateField form={form} name="decidedOn" label={t`Ngày quyết định`} max={today} required />
        </SimpleGrid>
      </Stack>
    </FormDrawer>
  )
}
