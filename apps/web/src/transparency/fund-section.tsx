import type { PublicYear } from '@chung-tay/contracts/transparency'
import { Trans, useLingui } from '@lingui/react/macro'
import { Paper, Table, Title } from '@mantine/core'
import { purposeLabels } from '../ledger/ledger-labels.tsx'
import { Money } from '../ui/texts.tsx'
import classes from './public-page.module.css'

type Fund = PublicYear['funds'][number]
type Line = { label: string; amount: number; part?: boolean }

const useLines = ({ opening, received, spent, transferred }: Fund): Line[] => {
  const { t } = useLingui()
  const purposes = purposeLabels()
  const sources: Record<Fund['received'][number]['source'], [string, string]> = {
    donation: [t`Ủng hộ bằng tiền`, t`Ủng hộ bằng hiện vật (trị giá)`],
    union: [t`Kinh phí công đoàn`, t`Hiện vật của công đoàn (trị giá)`],
    budget: [t`Ngân sách nhà nước`, t`Hiện vật từ ngân sách (trị giá)`],
  }
  const total = received.reduce((sum, { money, goods }) => sum + money + goods, 0)
  const parts = received.flatMap(({ source, money, goods }): Line[] => [
    { label: sources[source][0], amount: money, part: true },
    { label: sources[source][1], amount: goods, part: true },
  ])
  return [
    { label: t`Số dư đầu năm`, amount: opening.money + opening.goods },
    { label: t`Đã nhận trong năm`, amount: total },
    ...parts.filter(({ amount }) => amount !== 0),
    { label: t`Đã chi trong năm`, amount: spent.reduce((sum, { amount }) => sum + amount, 0) },
    ...spent.map(({ purpose, amount }) => ({ label: purposes[purpose], amount, part: true })),
    { label: t`Đã chuyển về Quỹ Bảo trợ trẻ em`, amount: transferred },
  ]
}

/** What came into one fund, what went out of it and what is left, as it adds up. */
export const FundSection = ({ fund }: { fund: Fund }) => {
  const { t } = useLingui()
  const lines = useLines(fund)
  const { money, goods } = fund.left
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      component="section"
      aria-label={fund.name}
      bg="var(--chung-tay-surface)"
      className={classes.fund ?? ''}
    >
      <Title order={2} size="h4" mb="xs">
        {fund.name}
      </Title>
      <Table aria-label={t`Thu, chi của ${fund.name}`} verticalSpacing={6} horizontalSpacing={4}>
        <Table.Tbody>
          {lines.map(({ label, amount, part = false }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={part ? 400 : 500} pl={part ? 'md' : 4} {...(part && { c: 'dimmed' })}>
                {label}
              </Table.Th>
              <Table.Td ta="end" {...(part && { c: 'dimmed' })}>
                <Money value={amount} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr className={classes.left ?? ''}>
            <Table.Th scope="row" fw={700}>
              <Trans>Còn lại</Trans>
            </Table.Th>
            <Table.Td ta="end" fw={700}>
              <Money value={money + goods} />
            </Table.Td>
          </Table.Tr>
          {goods !== 0 && (
            <Table.Tr>
              <Table.Th scope="row" fw={400} pl="md" c="dimmed">
                <Trans>trong đó hiện vật trong kho</Trans>
              </Table.Th>
              <Table.Td ta="end" c="dimmed">
                <Money value={goods} />
              </Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}
