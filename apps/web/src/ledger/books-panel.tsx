import { funds } from '@chung-tay/contracts/funds'
import { ledgerBooks } from '@chung-tay/contracts/ledger-books'
import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign, useMe } from '../session/session.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'

const Links = ({ word, pdf, name }: { word: string; pdf: string; name: string }) => {
  const { t } = useLingui()
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      <Table.Td w={140}>
        <Group gap="md" wrap="nowrap" justify="flex-end">
          <Anchor href={word} download aria-label={t`${name}, Word`}>
            Word
          </Anchor>
          <Anchor href={pdf} download aria-label={t`${name}, PDF`}>
            PDF
          </Anchor>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

/** The books of a period on paper, and what an auditor takes along. */
export const BooksPanel = () => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const { today } = useMe()
  const end = today.startsWith(String(year)) ? today : `${year}-12-31`
  const [chosen, setChosen] = useState<{ from?: string | undefined; to?: string | undefined }>({ from: `${year}-01-01`, to: end })
  const query = { from: chosen.from ?? `${year}-01-01`, to: chosen.to ?? end }
  const list = useQuery(queryOf(funds.list, { query: {} }))
  const account = (code: '111' | '112') => ({ query: { ...query, account: code } })
  return (
    <Paper withBorder p="md" component="section" aria-label={t`In sổ`} className="no-print">
      <Title order={2} size="h4" mb="sm">
        <Trans>In sổ</Trans>
      </Title>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <PeriodFilter from={query.from} to={query.to} onChange={(next) => setChosen({ ...chosen, ...next })} />
        </Group>
        {query.from > query.to ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            <Trans>Ngày kết thúc phải từ ngày bắt đầu trở đi.</Trans>
          </Text>
        ) : (
          <>
            <Table aria-label={t`Các sổ in được`}>
              <Table.Tbody>
                <Links
                  name={t`Sổ quỹ tiền mặt`}
                  word={urlOf(ledgerBooks.account, account('111'))}
                  pdf={urlOf(ledgerBooks.accountPdf, account('111'))}
                />
                <Links
                  name={t`Sổ tiền gửi ngân hàng`}
                  word={urlOf(ledgerBooks.account, account('112'))}
                  pdf={urlOf(ledgerBooks.accountPdf, account('112'))}
                />
                <Links name={t`Sổ nhật ký thu, chi`} word={urlOf(ledgerBooks.day, { query })} pdf={urlOf(ledgerBooks.dayPdf, { query })} />
                <Links name={t`Sổ nhật ký chung`} word={urlOf(ledgerBooks.journal, { query })} pdf={urlOf(ledgerBooks.journalPdf, { query })} />
                {(list.data?.items ?? []).map(({ id: fundId, name }) => (
                  <Links
                    key={fundId}
                    name={t`Sổ chi tiết: ${name}`}
                    word={urlOf(ledgerBooks.fund, { query: { ...query, fundId } })}
                    pdf={urlOf(ledgerBooks.fundPdf, { query: { ...query, fundId } })}
                  />
                ))}
              </Table.Tbody>
            </Table>
            <Group justify="flex-end">
              <Button
                component="a"
                href={urlOf(ledgerBooks.audit, { query })}
                download
                variant="default"
                leftSection={<IconFileZip size={16} aria-hidden />}
              >
                <Trans>Hồ sơ cho kiểm toán (.zip)</Trans>
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  )
}
