import { type BankLineDetail, bankLines } from '@chung-tay/contracts/bank-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Money } from '../ui/texts.tsx'
import { useReadAgain } from './actions.ts'

type Part = BankLineDetail['parts'][number]

const PartCard = ({ part, onBack }: { part: Part; onBack: (() => void) | null }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <span style={{ overflowWrap: 'anywhere' }}>
          <PlaceAnchor link={placeOf({ to: '/$year/donations', params: { year }, search: { open: part.donationId } })}>
            <Trans>Biên nhận {part.receipt}</Trans>
          </PlaceAnchor>
          <Text component="span" display="block" size="sm">
            {part.donorName}, {part.fundName}
          </Text>
          {part.pledge && (
            <Text component="span" display="block" size="sm">
              <PlaceAnchor link={placeOf({ to: '/$year/pledges', params: { year }, search: { open: part.pledge.id } })}>
                <Trans>Đăng ký {part.pledge.reference}</Trans>
              </PlaceAnchor>
            </Text>
          )}
        </span>
        <Stack gap={4} align="flex-end" ms="auto">
          <Money value={part.amount} />
          {onBack && (
            <Button size="compact-sm" variant="subtle" c="red" onClick={onBack} aria-label={t`Bỏ đối chiếu ${part.receipt}`}>
              <Trans>Bỏ đối chiếu</Trans>
            </Button>
          )}
        </Stack>
      </Group>
    </Paper>
  )
}

/** The donations that a line became, each to be taken back with a reason. */
export const LineParts = ({ line }: { line: BankLineDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [back, setBack] = useState<Part | null>(null)
  const again = useReadAgain()
  const unmatch = useAction(bankLines.unmatch, { done: t`Đã bỏ đối chiếu, dòng sao kê chờ lại`, onDone: () => setBack(null) })
  if (line.parts.length === 0) return null
  const may = can('update BankLine') && campaign.status !== 'closed'
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        <Trans>Đã ghi nhận</Trans>
      </Title>
      <Stack gap="xs">
        {line.parts.map((part) => (
          <PartCard key={part.id} part={part} onBack={may ? () => setBack(part) : null} />
        ))}
      </Stack>
      {back && (
        <ReasonDialog
          title={t`Bỏ đối chiếu biên nhận ${back.receipt}?`}
          confirmLabel={t`Bỏ đối chiếu`}
          onReason={(reason) => unmatch.mutate({ params: { id: line.id }, body: { reason, partId: back.id }, version: line.version }, again)}
          onClose={() => setBack(null)}
          pending={unmatch.isPending}
        >
          {back.made ? (
            <Trans>Khoản đóng góp này sẽ bị hủy bằng bút toán đảo; số biên nhận vẫn giữ.</Trans>
          ) : (
            <Trans>Khoản này đã được ghi từ trước nên vẫn giữ, chỉ không gắn với dòng sao kê nữa.</Trans>
          )}
        </ReasonDialog>
      )}
    </section>
  )
}
