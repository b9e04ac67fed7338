import { stockCards } from '@chung-tay/contracts/stock-cards'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { useCampaign, useMe } from '../session/session.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'

/** The stock card on paper, of the days that are chosen; the campaign's year to begin with. */
export const StockCardPrint = ({ kindId }: { kindId: string }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const { today } = useMe()
  const [first, last] = [`${year}-01-01`, today.startsWith(String(year)) ? today : `${year}-12-31`]
  const [chosen, setChosen] = useState<{ from?: string | undefined; to?: string | undefined }>({})
  const query = { from: chosen.from ?? first, to: chosen.to ?? last }
  const backwards = query.to < query.from
  const input = { params: { id: kindId }, query }
  return (
    <Popover position="bottom-end" width={300} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          <Trans>In thẻ kho</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`In thẻ kho`}>
        <Stack gap="sm">
          <Text size="sm">
            <Trans>Tồn đầu kỳ, nhập, xuất, tồn của những ngày được chọn.</Trans>
          </Text>
          <Group grow align="flex-start">
            <PeriodFilter from={query.from} to={query.to} onChange={(next) => setChosen({ ...chosen, ...next })} />
          </Group>
          <Group grow>
            <Button component="a" href={urlOf(stockCards.word, input)} download disabled={backwards} variant="default">
              Word
            </Button>
            <Button component="a" href={urlOf(stockCards.pdf, input)} download disabled={backwards}>
              PDF
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
