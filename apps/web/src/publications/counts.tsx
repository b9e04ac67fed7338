import { type PublicationCounts, publications } from '@chung-tay/contracts/publications'
import { publicationKinds } from '@chung-tay/domain/publications/status'
import { useLingui } from '@lingui/react/macro'
import { Badge, SimpleGrid, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { formatCount } from '../ui/format.ts'
import { placeOf } from '../ui/place.ts'
import { FigureCard } from '../ui/states.tsx'
import classes from './counts.module.css'
import { channelLabels, kindLabels, stageLabels } from './publication-labels.tsx'

/** How many there are of each; undefined while it is being asked. */
export const useCounts = (): PublicationCounts | undefined => {
  const campaign = useCampaign()
  return useQuery(queryOf(publications.counts, { params: { campaignId: campaign.id } })).data
}

/** What is published, by kind; each figure leads to its list, and says through which channels. */
export const KindFigures = ({ counts }: { counts: PublicationCounts }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const kinds = kindLabels()
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} mb="md" component="section" aria-label={t`Đã đăng theo loại`}>
      {publicationKinds.map((kind) => (
        <FigureCard
          key={kind}
          label={kinds[kind]}
          value={formatCount(counts.byKind[kind])}
          note={t`đã đăng`}
          link={placeOf({ to: '/$year/publications', params: { year }, search: { kind, status: 'published' } })}
        />
      ))}
    </SimpleGrid>
  )
}

/** `Website 5 · Zalo 2`: the channels that were used. */
export const channelSummary = ({ byChannel }: PublicationCounts): string => {
  const labels = channelLabels()
  return Object.entries(byChannel)
    .filter(([, count]) => count > 0)
    .map(([channel, count]) => `${labels[channel as keyof typeof labels]} ${formatCount(count)}`)
    .join(' · ')
}

const stages = ['planned', 'overdue', 'published', 'takeDown', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

type StageTabsProps = { stage: Stage | undefined; counts: PublicationCounts | undefined; onStage: (stage: Stage | undefined) => void }

/** Planned, overdue, published: only for those who follow the plan; everybody else sees what is published. */
export const StageTabs = ({ stage, counts, onStage }: StageTabsProps) => {
  const { t } = useLingui()
  const can = useCan()
  const labels = stageLabels()
  if (!can('read Publication', { status: 'planned' })) return null
  // What must come down is the exception: its tab is there only when there is something, or when it is looked at.
  const shown = stages.filter((one) => one !== 'takeDown' || stage === one || (counts?.takeDown ?? 0) > 0)
  const choose = (value: string | null) => onStage(stages.find((one) => one === value))
  return (
    <Tabs value={stage ?? 'all'} onChange={choose} mb="sm" className="no-print">
      <Tabs.List aria-label={t`Trạng thái`} className={classes.stages ?? ''}>
        <Tabs.Tab value="all">{t`Tất cả`}</Tabs.Tab>
        {shown.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={
              counts && (
                <Badge size="sm" variant="default" className="figures" circle={counts[one] < 10}>
                  {formatCount(counts[one])}
                </Badge>
              )
            }
          >
            {labels[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
