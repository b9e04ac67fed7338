import type { FundRecord } from '@chung-tay/contracts/funds'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { useCampaign } from '../session/session.ts'
import { formatMoney } from '../ui/format.ts'
import { Answer } from '../ui/record-query.tsx'
import { FigureCard } from '../ui/states.tsx'
import { Money } from '../ui/texts.tsx'
import { useFunds } from './queries.ts'

const FundCard = ({ fund }: { fund: FundRecord }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const { cash, bank, goods } = fund.balance ?? { cash: 0, bank: 0, goods: 0 }
  const parts = [
    t`Tiền mặt ${formatMoney(cash)}`,
    t`Ngân hàng ${formatMoney(bank)}`,
    ...(goods > 0 ? [t`Hiện vật đã nhận ${formatMoney(goods)}`] : []),
  ]
  return (
    <FigureCard
      label={fund.name}
      value={<Money value={cash + bank} />}
      note={
        <Stack component="span" gap={0}>
          {parts.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </Stack>
      }
      link={{ to: '/$year/ledger', params: { year }, search: { fundId: fund.id } }}
    />
  )
}

/** What every fund has now; each card shows that fund's journal. */
export const FundCards = () => (
  <Answer query={useFunds()}>
    {({ items }) => (
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} mb="md">
        {items
          .filter(({ active, balance }) => active || (balance !== null && balance.cash + balance.bank + balance.goods > 0))
          .map((fund) => (
            <FundCard key={fund.id} fund={fund} />
          ))}
      </SimpleGrid>
    )}
  </Answer>
)
