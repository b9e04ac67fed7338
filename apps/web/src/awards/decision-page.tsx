import { type AwardDecisionDetail, type AwardLine, awardDecisions } from '@chung-tay/contracts/awards'
import { documentFindings } from '@chung-tay/contracts/plan-versions'
import { type DecisionAction, decisionTransitions } from '@chung-tay/domain/awards/status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Paper, SimpleGrid, Stack, Table, Title } from '@mantine/core'
import { IconDownload, IconPlus, IconPrinter, IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { BackLink } from '../ui/back-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { Findings } from '../ui/findings.tsx'
import { formatCount, formatMoney } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, FigureCard, PageTitle } from '../ui/states.tsx'
import { DateTime, Day, Money, PersonName } from '../ui/texts.tsx'
import { DecisionBadge, decisionLabels, levelLabels } from './award-labels.tsx'
import { decisionRoute } from './routes.ts'
import { SignForm } from './sign-form.tsx'

type Props = { decision: AwardDecisionDetail }

const useColumns = (): Column<AwardLine>[] => {
  const { t } = useLingui()
  const levels = levelLabels()
  return [
    { key: 'child', header: t`Họ và tên`, cell: (one) => <PersonName name={one.childName} note={t`Lớp ${one.className}, ${one.school}`} /> },
    { key: 'level', header: t`Cấp học`, hideBelow: 'md', cell: (one) => levels[one.schoolLevel] },
    { key: 'parent', header: t`Con ông/bà`, cell: (one) => <PersonName name={one.parentName} note={one.unitName} /> },
    { key: 'tier', header: t`Thành tích, mức thưởng`, cell: (one) => one.tier },
    { key: 'amount', header: t`Số tiền`, align: 'end', cell: (one) => <Money value={one.amount} /> },
  ]
}

const Awards = ({ decision }: Props) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const navigate = useNavigate()
  const columns = useColumns()
  const open = ({ nominationId }: AwardLine) => void navigate(placeOf({ to: '/$year/nominations', params: { year }, search: { open: nominationId } }))
  if (decision.awards.length === 0) {
    return <EmptyState title={t`Danh sách đang trống`} hint={t`Các đề nghị đã được trả lại. Duyệt rồi bổ sung vào dự thảo.`} />
  }
  const total = (
    <Table.Tr>
      <Table.Th colSpan={columns.length} ta="end">
        <Trans>
          Tổng cộng {formatCount(decision.children)} cháu: {formatMoney(decision.total)}
        </Trans>
      </Table.Th>
    </Table.Tr>
  )
  return (
    <DataTable
      label={t`Danh sách khen thưởng`}
      columns={columns}
      items={decision.awards}
      rowKey={({ nominationId }) => nominationId}
      onOpen={open}
      footer={total}
    />
  )
}

const Actions = ({ decision, onSign }: Props & { onSign: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const open = useCampaign().status !== 'closed'
  const gather = useAction(awardDecisions.gather, { done: ({ children }) => t`Danh sách nay có ${children} cháu` })
  const moves = (may: boolean, action: DecisionAction) => open && may && mayAdvance(decisionTransitions, decision.status, action)
  const params = { id: decision.id }
  return (
    <>
      {moves(can('sign AwardDecision'), 'sign') && decision.children > 0 && (
        <Button leftSection={<IconSignature size={16} aria-hidden />} onClick={onSign}>
          {t`Ký quyết định`}
        </Button>
      )}
      {moves(can('update AwardDecision'), 'gather') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          loading={gather.isPending}
          onClick={() => gather.mutate({ params, version: decision.version })}
        >
          {t`Bổ sung đề nghị mới duyệt`}
        </Button>
      )}
      <Button
        component="a"
        href={urlOf(awardDecisions.document, { params })}
        download
        variant={decision.status === 'signed' ? 'filled' : 'default'}
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t`Tải văn bản (.docx)`}
      </Button>
      <Button component="a" href={urlOf(awardDecisions.documentPdf, { params })} download variant="default">
        PDF
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} visibleFrom="sm">
        {t`In`}
      </Button>
    </>
  )
}

const Figures = ({ decision }: Props) => {
  const { t } = useLingui()
  const { children } = decision
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" component="section" aria-label={t`Tổng hợp`}>
      <FigureCard label={t`Tổng tiền thưởng`} value={formatMoney(decision.total)} note={t`${children} cháu`} />
      {decision.tiers.map(({ tier, children: count, amount }) => (
        <FigureCard key={tier} label={tier} value={formatCount(count)} note={formatMoney(amount)} />
      ))}
    </SimpleGrid>
  )
}

const Body = ({ decision }: Props) => {
  const { t } = useLingui()
  const [signing, setSigning] = useState(false)
  const { number, status } = decision
  const checks = useQuery(queryOf(documentFindings.decision, { params: { id: decision.id } }))
  return (
    <>
      <PageTitle
        title={number === null ? t`Dự thảo quyết định khen thưởng` : t`Quyết định khen thưởng số ${number}`}
        description={<DecisionBadge status={status} />}
        action={<Actions decision={decision} onSign={() => setSigning(true)} />}
      />
      <Stack gap="md">
        {status !== 'signed' && checks.data && <Findings items={checks.data.items} />}
        <Figures decision={decision} />
        {status === 'signed' && (
          <Card withBorder bg="var(--chung-tay-surface)">
            <Facts
              facts={[
                { label: t`Ngày quyết định`, value: <Day value={decision.decidedOn} /> },
                { label: t`Người ký`, value: decision.signedByName ?? '–' },
                { label: t`Ký lúc`, value: <DateTime value={decision.signedAt} /> },
              ]}
            />
          </Card>
        )}
        <Paper className="list-paper" component="section" aria-label={t`Danh sách khen thưởng`}>
          <Title order={2} fz="md" mb="xs">
            <Trans>Danh sách khen thưởng</Trans>
          </Title>
          <Awards decision={decision} />
        </Paper>
        <History subject="AwardDecision" id={decision.id} words={decisionLabels()} />
      </Stack>
      {signing && <SignForm decision={decision} onClose={() => setSigning(false)} />}
    </>
  )
}

/** One decision: its list and sums, the signature, and the document. */
export const DecisionPage = () => {
  const { year, decisionId } = decisionRoute.useParams()
  const query = useQuery(queryOf(awardDecisions.get, { params: { id: decisionId } }))
  return (
    <>
      <BackLink place={{ to: '/$year/decisions', params: { year } }}>
        <Trans>Các quyết định khen thưởng</Trans>
      </BackLink>
      <Answer query={query}>{(decision) => <Body decision={decision} />}</Answer>
    </>
  )
}
