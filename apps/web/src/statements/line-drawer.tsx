import { type BankLineDetail, bankLines } from '@chung-tay/contracts/bank-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, Day, Money } from '../ui/texts.tsx'
import { LineActions } from './line-actions.tsx'
import { LineParts } from './line-parts.tsx'
import { asideLabels, LineBadge, lineLabels, SignedMoney } from './statement-labels.tsx'
import { Suggestion } from './suggestion.tsx'

type Props = { line: BankLineDetail }

const useLineLink = () => {
  const { year } = useCampaign()
  return (id: string) => placeOf({ to: '/$year/bank-statements', params: { year }, search: { open: id } })
}

const Aside = ({ line: { setAsideReason, note, amount, allocated, returnedBy } }: Props) => {
  const linkTo = useLineLink()
  const { t } = useLingui()
  if (setAsideReason === null) return null
  const rest = formatMoney(amount - allocated)
  return (
    <Alert color="gray" title={t`Để riêng ${rest}: ${asideLabels()[setAsideReason]}`}>
      {note}
      {returnedBy && (
        <Text size="sm">
          <PlaceAnchor link={linkTo(returnedBy.lineId)}>
            <Trans>
              Lần trả lại ngày <Day value={returnedBy.day} />
            </Trans>
          </PlaceAnchor>
        </Text>
      )}
    </Alert>
  )
}

const Returned = ({ line: { returns, note } }: Props) => {
  const { year } = useCampaign()
  const linkTo = useLineLink()
  const { t } = useLingui()
  if (returns === null) return null
  return (
    <Alert color="gray" title={t`Tiền trả lại`}>
      {note}{' '}
      {returns.lineId && (
        <PlaceAnchor link={linkTo(returns.lineId)}>
          <Trans>Xem lần tiền vào</Trans>
        </PlaceAnchor>
      )}
      {returns.donationId && (
        <PlaceAnchor link={placeOf({ to: '/$year/donations', params: { year }, search: { open: returns.donationId } })}>
          <Trans>Xem khoản đóng góp</Trans>
        </PlaceAnchor>
      )}
    </Alert>
  )
}

const Suggestions = ({ line }: Props) => {
  if (line.suggestions.length === 0) return null
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        <Trans>Gợi ý</Trans>
      </Title>
      <Stack gap="xs">
        {line.suggestions.map((one) => (
          <Paper key={one.parts.map(({ id }) => id).join()} withBorder p="sm">
            <Suggestion line={line} suggestion={one} />
          </Paper>
        ))}
      </Stack>
    </section>
  )
}

const Body = ({ line }: Props) => {
  const { t } = useLingui()
  const rest = line.amount - line.allocated
  return (
    <Stack gap="md">
      <Group gap="sm">
        <LineBadge status={line.status} />
        <Text fz="xl">
          <SignedMoney direction={line.direction} amount={line.amount} />
        </Text>
      </Group>
      <Text style={{ overflowWrap: 'anywhere' }}>{line.text || '–'}</Text>
      <Suggestions line={line} />
      <LineParts line={line} />
      {line.status === 'partly' && (
        <Text size="sm">
          <Trans>
            Còn lại chưa đối chiếu: <Money value={rest} />
          </Trans>
        </Text>
      )}
      <Aside line={line} />
      <Returned line={line} />
      <LineActions line={line} />
      <Divider />
      <Facts
        facts={[
          {
            label: t`Ngày giao dịch`,
            value:
              line.time === null ? (
                <Day value={line.day} />
              ) : (
                <>
                  <Day value={line.day} /> {line.time}
                </>
              ),
          },
          { label: t`Số tham chiếu`, value: line.reference || '–' },
          {
            label: line.direction === 'credit' ? t`Người chuyển` : t`Người nhận`,
            value: [line.name, line.counterAccount].filter(Boolean).join(', ') || '–',
          },
          { label: t`Số dư sau giao dịch`, value: <Money value={line.balance} /> },
          { label: t`Sao kê`, value: t`${line.fileName}, dòng ${line.row}`, wide: true },
          { label: t`Nhập lúc`, value: <DateTime value={line.importedAt} /> },
          ...(line.decidedAt
            ? [
                {
                  label: t`Người xử lý`,
                  value: (
                    <>
                      {line.decidedByName}, <DateTime value={line.decidedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <History subject="BankLine" id={line.id} words={{ ...lineLabels(), ...asideLabels() }} />
    </Stack>
  )
}

/** One line of a statement: what the bank said, what it may be, and what was made of it. */
export const LineDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(bankLines.get, { params: { id } }))
  return (
    <RecordDrawer title={t`Dòng sao kê`} onClose={onClose}>
      <Answer query={query}>{(line) => <Body line={line} />}</Answer>
    </RecordDrawer>
  )
}
