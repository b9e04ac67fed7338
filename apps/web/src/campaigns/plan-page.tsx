import { type ActivityRecord, activities } from '@chung-tay/contracts/activities'
import { type AgencyRecord, agency } from '@chung-tay/contracts/agency'
import { campaigns, type PlanRecord } from '@chung-tay/contracts/campaigns'
import { documentFindings } from '@chung-tay/contracts/plan-versions'
import { type CampaignAction, campaignTransitions } from '@chung-tay/domain/campaigns/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Box, Button, Group } from '@mantine/core'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { EditActivity, NewActivity } from '../activities/activity-form.tsx'
import { ActivityItem } from '../activities/activity-item.tsx'
import { PlannedTasks } from '../activities/planned-tasks.tsx'
import { planRoute } from '../activities/routes.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { Findings } from '../ui/findings.tsx'
import { History } from '../ui/history.tsx'
import { PageSkeleton } from '../ui/page-skeleton.tsx'
import { EmptyState, ErrorState, PageTitle } from '../ui/states.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { campaignStatusLabels, campaignTones } from './campaign-labels.ts'
import { PlanActions } from './plan-actions.tsx'
import { PlanComments } from './plan-comments.tsx'
import { PlanDocument } from './plan-document.tsx'
import { PlanFiles } from './plan-files.tsx'
import { EditPlan, IssuePlan } from './plan-form.tsx'
import { PlanVersions } from './plan-versions.tsx'

const Status = ({ plan }: { plan: PlanRecord }) => (
  <Group gap="xs">
    <StatusBadge tone={campaignTones[plan.status]}>{campaignStatusLabels()[plan.status]}</StatusBadge>
    {plan.approvedByName && (
      <span>
        <Trans>
          {plan.approvedByName} duyệt lúc <DateTime value={plan.approvedAt} />
        </Trans>
      </span>
    )}
  </Group>
)

const Returned = ({ plan }: { plan: PlanRecord }) => {
  const { t } = useLingui()
  if (plan.status !== 'draft' || plan.returnReason === null) return null
  return (
    <Alert color="stamen" mb="md" title={t`Lãnh đạo trả lại kế hoạch`}>
      {plan.returnReason}
    </Alert>
  )
}

/** The next free clause under II. */
const nextClause = (items: readonly ActivityRecord[]) => {
  const numbers = items.filter(({ clause }) => clause.startsWith('II.')).map(({ clause }) => Number(clause.slice(3)))
  return `II.${Math.max(0, ...numbers) + 1}`
}

type Open = ReturnType<typeof planRoute.useSearch>['open']
type DrawersProps = { plan: PlanRecord; items: readonly ActivityRecord[]; open: Open; go: (open: Open, year?: number) => void }

const Drawers = ({ plan, items, open, go }: DrawersProps) => {
  const can = useCan()
  const { today } = useMe()
  const close = () => go(undefined)
  const may = (action: CampaignAction) => mayAdvance(campaignTransitions, plan.status, action)
  if (open === 'edit' && may('edit') && can('update Campaign'))
    return <EditPlan plan={plan} onClose={close} onSaved={(year) => go(undefined, year)} />
  if (open === 'issue' && may('issue') && can('issue Campaign')) return <IssuePlan plan={plan} today={today} onClose={close} />
  if (!may('arrange') || !can('update Activity')) return null
  if (open === 'new') return <NewActivity campaignId={plan.id} clause={nextClause(items)} onClose={close} />
  const activity = items.find(({ id }) => id === open)
  return activity ? <EditActivity key={activity.id} activity={activity} onClose={close} /> : null
}

type LoadedProps = { plan: PlanRecord; items: readonly ActivityRecord[]; letterhead: AgencyRecord }

const Loaded = ({ plan, items, letterhead }: LoadedProps) => {
  const { t } = useLingui()
  const can = useCan()
  const navigate = useNavigate()
  const { open } = planRoute.useSearch()
  const go = (next: Open, year = plan.year) => void navigate({ to: '/$year/plan', params: { year }, search: { open: next }, resetScroll: false })
  const checks = useQuery({ ...queryOf(documentFindings.plan, { params: { id: plan.id } }), enabled: can('read PlanVersion') })
  const arranging = mayAdvance(campaignTransitions, plan.status, 'arrange') && can('update Activity')
  const assigning = (plan.status === 'approved' || plan.status === 'running') && can('assign Task') && can('create Task')
  const add = arranging && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('new')} className="no-print">
      <Trans>Thêm nội dung hoạt động</Trans>
    </Button>
  )
  return (
    <>
      <Box className="no-print">
        <PageTitle
          title={t`Kế hoạch năm ${String(plan.year)}`}
          description={<Status plan={plan} />}
          action={<PlanActions plan={plan} onEdit={() => go('edit')} onIssue={() => go('issue')} />}
        />
        <Returned plan={plan} />
        {checks.data && plan.status !== 'closed' && (
          <Box mb="md">
            <Findings items={checks.data.items} />
          </Box>
        )}
      </Box>
      <PlanDocument
        plan={plan}
        agency={letterhead}
        activities={items}
        none={
          <EmptyState
            icon={IconListDetails}
            title={t`Chưa có nội dung hoạt động`}
            hint={t`Thêm từng nội dung của mục II với đơn vị chủ trì, phối hợp.`}
          />
        }
        activity={(activity, mark) => (
          <ActivityItem
            key={activity.id}
            activity={activity}
            year={plan.year}
            mark={mark}
            mayAssign={assigning}
            onEdit={arranging && activity.tasks.total === 0 ? () => go(activity.id) : undefined}
          />
        )}
      />
      <Group justify="center" mt="md">
        {add}
      </Group>
      <PlanComments plan={plan} activities={items} />
      <PlannedTasks plan={plan} />
      <PlanFiles campaignId={plan.id} />
      {can('read PlanVersion') && <PlanVersions campaignId={plan.id} />}
      <History subject="Campaign" id={plan.id} words={campaignStatusLabels()} />
      <Drawers plan={plan} items={items} open={open} go={go} />
    </>
  )
}

/** The plan of the year: read like the paper, worked on like a record. */
export const PlanPage = () => {
  const { id } = useCampaign()
  const [plan, list, letterhead] = useQueries({
    queries: [
      queryOf(campaigns.get, { params: { id } }),
      queryOf(activities.list, { params: { campaignId: id }, query: { limit: 200 } }),
      queryOf(agency.get, {}),
    ],
  })
  const failed = [plan, list, letterhead].find(({ isError }) => isError)
  if (failed) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />
  if (!plan.data || !list.data || !letterhead.data) return <PageSkeleton />
  return <Loaded key={id} plan={plan.data} items={list.data.items} letterhead={letterhead.data} />
}
