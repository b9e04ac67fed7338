import { type AwardDecisionRecord, awardDecisions } from '@chung-tay/contracts/awards'
import { formatDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { Button, Paper } from '@mantine/core'
import { IconCertificate, IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Count, DateTime, Money, PersonName } from '../ui/texts.tsx'
import { DecisionBadge } from './award-labels.tsx'

const useColumns = (): Column<AwardDecisionRecord>[] => {
  const { t } = useLingui()
  const title = ({ number }: AwardDecisionRecord) => (number === null ? t`Dự thảo quyết định` : t`Quyết định số ${number}`)
  return [
    {
      key: 'number',
      header: t`Quyết định`,
      cell: (one) => <PersonName name={title(one)} note={one.decidedOn === null ? undefined : t`ngày ${formatDay(one.decidedOn)}`} />,
    },
    { key: 'children', header: t`Số cháu`, align: 'end', cell: (one) => <Count value={one.children} /> },
    { key: 'total', header: t`Tổng tiền thưởng`, align: 'end', cell: (one) => <Money value={one.total} /> },
    { key: 'createdAt', header: t`Lập lúc`, hideBelow: 'md', cell: (one) => <DateTime value={one.createdAt} /> },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <DecisionBadge status={one.status} /> },
  ]
}

/** The award decisions of a year. */
export const DecisionsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const navigate = useNavigate()
  const query = useQuery(queryOf(awardDecisions.list, { params: { campaignId: campaign.id } }))
  const columns = useColumns()
  const open = ({ id }: { id: string }) => void navigate({ to: '/$year/decisions/$decisionId', params: { year: campaign.year, decisionId: id } })
  const create = useAction(awardDecisions.create, { done: ({ children }) => t`Đã lập dự thảo với ${children} cháu`, onDone: open })
  const may = can('create AwardDecision') && campaign.status !== 'closed'
  const draft = may && (
    <Button
      leftSection={<IconFilePlus size={16} aria-hidden />}
      loading={create.isPending}
      onClick={() => create.mutate({ params: { campaignId: campaign.id } })}
    >
      {t`Lập dự thảo quyết định`}
    </Button>
  )
  return (
    <>
      <PageTitle
        title={t`Quyết định khen thưởng`}
        description={t`Dự thảo gồm mọi đề nghị đã duyệt mà chưa có quyết định. Lãnh đạo ký thì danh sách và số tiền không đổi được nữa.`}
        action={draft}
      />
      <Answer query={query}>
        {({ items }) => (
          <Paper className="list-paper">
            {items.length === 0 ? (
              <EmptyState
                icon={IconCertificate}
                title={t`Chưa có quyết định nào`}
                hint={may ? t`Duyệt các đề nghị trước, rồi lập dự thảo để trình Lãnh đạo ký.` : t`Công đoàn lập dự thảo sau khi xét các đề nghị.`}
              />
            ) : (
              <DataTable label={t`Quyết định khen thưởng`} columns={columns} items={items} rowKey={({ id }) => id} onOpen={open} />
            )}
          </Paper>
        )}
      </Answer>
    </>
  )
}
