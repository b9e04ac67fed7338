import { type BankLineDetail, bankLines } from '@chung-tay/contracts/bank-lines'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { formatMoney } from '../ui/format.ts'
import { useReadAgain } from './actions.ts'

type Returnable = BankLineDetail['returnables'][number]
const keyOf = ({ lineId, donationId }: Returnable): string => lineId ?? donationId ?? ''

/** Money that went out to give back what had come: which, and why. */
export const ReturnDialog = ({ line, onClose }: { line: BankLineDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const { returnables } = line
  const [chosen, setChosen] = useState(returnables[0] ? keyOf(returnables[0]) : '')
  const [reason, setReason] = useState('')
  const [touched, setTouched] = useState(false)
  const again = useReadAgain()
  const send = useAction(bankLines.return, { done: t`Đã ghi tiền trả lại`, onDone: onClose })
  const what = returnables.find((one) => keyOf(one) === chosen)
  const short = reason.trim().length < 3
  const submit = () => {
    setTouched(true)
    if (short || !what) return
    const why = { reason: reason.trim() }
    const body =
      what.lineId === null
        ? { kind: 'donation' as const, donationId: what.donationId ?? '', ...why }
        : { kind: 'line' as const, lineId: what.lineId, ...why }
    send.mutate({ params: { id: line.id }, body, version: line.version }, again)
  }
  return (
    <Dialog onClose={onClose} title={t`Tiền trả lại cho khoản nào?`} size="lg">
      <Stack>
        {returnables.length === 0 ? (
          <Text size="sm">
            <Trans>Không có khoản tiền vào nào cùng số tiền trong 120 ngày trước đó.</Trans>
          </Text>
        ) : (
          <>
            <Text size="sm">
              <Trans>Nếu khoản đó đã được ghi nhận, khoản đóng góp sẽ bị hủy bằng bút toán đảo với lý do dưới đây; số biên nhận vẫn giữ.</Trans>
            </Text>
            <Radio.Group value={chosen} onChange={setChosen} label={t`Khoản đã nhận`}>
              <Stack gap="xs" mt="xs">
                {returnables.map((one) => (
                  <Radio
                    key={keyOf(one)}
                    value={keyOf(one)}
                    label={`${formatDay(one.day)}: ${one.label} (${formatMoney(one.amount)})`}
                    styles={{ label: { overflowWrap: 'anywhere' } }}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label={t`Lý do trả lại`}
              withAsterisk
              autosize
              minRows={2}
              maxLength={1000}
              value={reason}
              error={touched && short ? t`Hãy ghi lý do, ít nhất 3 ký tự.` : null}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Không</Trans>
          </Button>
          {returnables.length > 0 && (
            <Button loading={send.isPending} onClick={submit}>
              <Trans>Ghi tiền trả lại</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
