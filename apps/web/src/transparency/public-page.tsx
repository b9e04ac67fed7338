import { type PublicYear, transparency } from '@chung-tay/contracts/transparency'
import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import { Anchor, Button, Container, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { codeOf } from '../api/problem.ts'
import { createQueryClient, queryOf } from '../api/query.ts'
import { speak } from '../i18n/language.ts'
import { ErrorState, FigureCard } from '../ui/states.tsx'
import { DateTime, Money } from '../ui/texts.tsx'
import { FundSection } from './fund-section.tsx'
import { GiversSection } from './givers-section.tsx'
import classes from './public-page.module.css'

const Frame = ({ children }: { children: ReactNode }) => {
  const { i18n } = useLingui()
  const other = i18n.locale === 'vi' ? 'en' : 'vi'
  return (
    <Container component="main" size={960} py={{ base: 'md', sm: 'xl' }} px="md">
      <Group justify="space-between" mb="lg" wrap="nowrap" className="no-print">
        <Group gap="sm" wrap="nowrap">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <Text fw={700} lh={1.25}>
            <Trans>Tháng hành động vì trẻ em</Trans>
          </Text>
        </Group>
        <Button variant="subtle" size="xs" miw="max-content" lang={other} onClick={() => void speak(other)}>
          {other === 'en' ? 'English' : 'Tiếng Việt'}
        </Button>
      </Group>
      {children}
    </Container>
  )
}

const worth = ({ money, goods }: { money: number; goods: number }) => money + goods
const sumOf = <Item,>(items: readonly Item[], pick: (item: Item) => number) => items.reduce((sum, item) => sum + pick(item), 0)

const Totals = ({ funds }: { funds: PublicYear['funds'] }) => {
  const { t } = useMacro()
  const received = sumOf(funds, (fund) => sumOf(fund.received, worth))
  const spent = sumOf(funds, (fund) => sumOf(fund.spent, ({ amount }) => amount))
  return (
    <div className={classes.totals}>
      <FigureCard label={t`Đã nhận trong năm`} value={<Money value={received} />} note={t`tiền và trị giá hiện vật`} />
      <FigureCard label={t`Đã chi trong năm`} value={<Money value={spent} />} />
      <FigureCard label={t`Đã chuyển về Quỹ`} value={<Money value={sumOf(funds, ({ transferred }) => transferred)} />} />
      <FigureCard label={t`Còn lại`} value={<Money value={sumOf(funds, ({ left }) => worth(left))} />} />
    </div>
  )
}

const Years = ({ year, years }: Pick<PublicYear, 'year' | 'years'>) => {
  const { t } = useMacro()
  if (years.length < 2) return null
  return (
    <Group component="nav" gap="md" aria-label={t`Các năm đã công khai`} className="no-print">
      {years.map((one) => (
        <Anchor key={one} href={`/cong-khai/${one}`} {...(one === year && { 'aria-current': 'page', fw: 700 })}>
          {one}
        </Anchor>
      ))}
    </Group>
  )
}

const Year = ({ shown }: { shown: PublicYear }) => {
  const { t } = useMacro()
  const { year, years, agencyName, parentName, theme, asOf, funds, givers } = shown
  useEffect(() => {
    document.title = `${t`Công khai đóng góp năm ${year}`} – ${agencyName}`
  }, [t, year, agencyName])
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="sm" c="dimmed">
            {parentName ? `${parentName} · ${agencyName}` : agencyName}
          </Text>
          <Title order={1} fz={{ base: 'h3', sm: 'h2' }} mt={4}>
            <Trans>Công khai đóng góp năm {year}</Trans>
          </Title>
          {theme && (
            <Text className="page-note" mt={4}>
              {theme}
            </Text>
          )}
        </div>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} className="no-print">
          <Trans>In trang này</Trans>
        </Button>
      </Group>
      <Years year={year} years={years} />
      <Totals funds={funds} />
      {funds.map((fund) => (
        <FundSection key={fund.name} fund={fund} />
      ))}
      <GiversSection givers={givers} />
      <Text size="sm" c="dimmed" className="page-note">
        <Trans>
          Số liệu lấy thẳng từ sổ kế toán, đến <DateTime value={asOf} />. Trang này không nêu tên trẻ em.
        </Trans>
      </Text>
    </Stack>
  )
}

const NotShown = () => (
  <Stack gap="xs">
    <Title order={1} fz="h3">
      <Trans>Không có trang công khai nào ở đây</Trans>
    </Title>
    <Text>
      <Trans>Cơ quan chưa công khai năm này, hoặc địa chỉ chưa đúng.</Trans>
    </Text>
  </Stack>
)

const YearPage = ({ year }: { year: number }) => {
  const query = useQuery({ ...queryOf(transparency.year, { params: { year } }), staleTime: 0 })
  if (query.data) return <Year shown={query.data} />
  if (query.isError) return codeOf(query.error) === 'NOT_FOUND' ? <NotShown /> : <ErrorState error={query.error} retry={() => void query.refetch()} />
  return <Loader />
}

/** Without a year the address leads to the latest one that is shown. */
const LatestPage = () => {
  const query = useQuery(queryOf(transparency.years, {}))
  const latest = query.data?.years[0]
  if (latest !== undefined) return <YearPage year={latest} />
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  return query.data ? <NotShown /> : <Loader />
}

const asked = window.location.pathname.replace(/\/$/, '').split('/')[2]
const year = asked !== undefined && /^20\d\d$|^2100$/.test(asked) ? Number(asked) : undefined

const client = createQueryClient(() => undefined)

/** What anybody may see of the money, without a session. */
export const PublicPage = () => (
  <QueryClientProvider client={client}>
    <Frame>{year !== undefined ? <YearPage year={year} /> : asked === undefined ? <LatestPage /> : <NotShown />}</Frame>
  </QueryClientProvider>
)
