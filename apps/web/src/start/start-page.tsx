import { start } from '@chung-tay/contracts/start'
import { Trans, useLingui } from '@lingui/react/macro'
import { Box, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import { queryOf } from '../api/query.ts'
import { type Campaign, useCan, useCurrentCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Day } from '../ui/texts.tsx'
import { Figures } from './figures.tsx'
import classes from './start.module.css'
import { Late, type Start, Waiting } from './waiting.tsx'

const Charts = lazy(() => import('./charts.tsx'))

const Countdown = ({ days, campaign }: { days: number; campaign: Campaign }) => (
  <Box className={classes.countdown ?? ''} {...(days < 0 && { 'data-late': true })}>
    <Text fz={30} fw={700} lh={1.1} className="figures">
      {Math.abs(days)}
    </Text>
    <Text size="xs" fw={600}>
      {days < 0 ? <Trans>ngày quá hạn báo cáo</Trans> : <Trans>ngày tới hạn báo cáo</Trans>}
    </Text>
    <Text size="xs">
      <Day value={campaign.reportDueOn} />
    </Text>
  </Box>
)

const Head = ({ data, campaign }: { data: Start; campaign: Campaign }) => (
  <Group className={classes.head ?? ''} justify="space-between" align="center" gap="md">
    <Box flex="1 1 260px">
      <Title order={1} fz={{ base: 'h3', sm: 'h2' }}>
        {campaign.title}
      </Title>
      <Text mt={4}>{campaign.theme}</Text>
      <Text size="sm" mt={4}>
        <Trans>
          Từ <Day value={campaign.startsOn} /> đến <Day value={campaign.endsOn} />
        </Trans>
      </Text>
    </Box>
    {data.daysToReport !== null && <Countdown days={data.daysToReport} campaign={campaign} />}
  </Group>
)

/** The charts' code is as large as the rest of the page: it is loaded when their place comes into view. */
const Pictures = ({ data }: { data: Start }) => {
  const { ref, inViewport } = useInViewport()
  const seen = useRef(false)
  seen.current ||= inViewport
  return (
    <div ref={ref}>
      {seen.current ? (
        <Suspense fallback={<Skeleton h={280} />}>
          <Charts start={data} />
        </Suspense>
      ) : (
        <Box h={280} />
      )}
    </div>
  )
}

const OneCampaign = ({ campaign }: { campaign: Campaign }) => {
  const query = useQuery(queryOf(start.page, { params: { campaignId: campaign.id } }))
  return (
    <Answer query={query}>
      {(data) => (
        <Stack gap="lg">
          <Head data={data} campaign={campaign} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <Waiting waiting={data.waiting} year={campaign.year} />
            <Late late={data.late} tasks={data.figures.tasks} year={campaign.year} />
          </SimpleGrid>
          <Figures figures={data.figures} year={campaign.year} />
          <Pictures data={data} />
        </Stack>
      )}
    </Answer>
  )
}

/** "Việc chờ tôi": what waits, what is late, the countdown, the month in figures. */
export const StartPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCurrentCampaign()
  const { routesByPath } = useRouter()
  if (campaign) return <OneCampaign key={campaign.id} campaign={campaign} />
  const mayBegin = can('create Campaign') && '/campaigns' in routesByPath
  return (
    <EmptyState
      icon={IconCalendarPlus}
      title={t`Chưa có Tháng hành động nào`}
      hint={
        mayBegin ? t`Bắt đầu bằng việc lập kế hoạch của năm nay.` : t`Văn phòng sẽ lập kế hoạch; khi kế hoạch được duyệt, việc của bạn hiện ở đây.`
      }
      action={
        mayBegin && (
          <PlaceAnchor link={placeOf({ to: '/campaigns' })}>
            <Trans>Lập kế hoạch</Trans>
          </PlaceAnchor>
        )
      }
    />
  )
}
