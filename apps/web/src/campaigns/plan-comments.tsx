import type { ActivityRecord } from '@chung-tay/contracts/activities'
import type { PlanRecord } from '@chung-tay/contracts/campaigns'
import { type PlanCommentRecord, planComments } from '@chung-tay/contracts/plan-versions'
import { t } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconCheck, IconMessagePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { sendByKeys } from '../ui/layer.ts'
import { DateTime, StatusBadge } from '../ui/texts.tsx'

const partLabels = (): Readonly<Record<string, string>> => ({
  purpose: t`Mục đích`,
  requirements: t`Yêu cầu`,
  bases: t`Căn cứ`,
  period: t`Thời gian`,
  organisation: t`Tổ chức thực hiện`,
})

const partText = (part: string): string => partLabels()[part] ?? t`Mục ${part}`

const Comment = ({ comment, mayResolve }: { comment: PlanCommentRecord; mayResolve: boolean }) => {
  const { t: told } = useLingui()
  const resolve = useAction(planComments.resolve, { done: told`Đã đánh dấu xử lý xong` })
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {partText(comment.part)}
            <Text span c="dimmed" size="sm" fw={400}>
              {' '}
              – {comment.authorName}, <DateTime value={comment.createdAt} />
            </Text>
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {comment.text}
          </Text>
        </div>
        {comment.resolvedAt !== null && <StatusBadge tone="good">{told`Đã xử lý`}</StatusBadge>}
        {comment.resolvedAt === null && mayResolve && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCheck size={14} aria-hidden />}
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ params: { id: comment.id }, version: comment.version })}
          >
            <Trans>Đã xử lý</Trans>
          </Button>
        )}
      </Group>
    </Paper>
  )
}

const NewComment = ({ campaignId, activities }: { campaignId: string; activities: readonly ActivityRecord[] }) => {
  const { t: told } = useLingui()
  const [part, setPart] = useState('purpose')
  const [text, setText] = useState('')
  const create = useAction(planComments.create, { done: told`Đã gửi góp ý`, onDone: () => setText('') })
  const send = () => {
    if (text.trim() !== '') create.mutate({ params: { id: campaignId }, body: { part, text } })
  }
  const options = [
    ...Object.entries(partLabels()).map(([value, label]) => ({ value, label })),
    ...activities.map(({ clause, title }) => ({ value: clause, label: `${clause}. ${title.slice(0, 60)}` })),
  ]
  return (
    <form
      onKeyDown={sendByKeys}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack gap="xs">
        <Select label={told`Góp ý cho phần`} data={options} value={part} onChange={(next) => setPart(next ?? part)} allowDeselect={false} maw={480} />
        <Textarea label={told`Nội dung góp ý`} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Group>
          <Button
            leftSection={<IconMessagePlus size={16} aria-hidden />}
            variant="default"
            disabled={text.trim() === ''}
            loading={create.isPending}
            type="submit"
          >
            <Trans>Gửi góp ý</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What readers say about parts of the plan; open ones stand first, and the office says when one is dealt with. */
export const PlanComments = ({ plan, activities }: { plan: PlanRecord; activities: readonly ActivityRecord[] }) => {
  const { t: told } = useLingui()
  const can = useCan()
  const { data } = useQuery({ ...queryOf(planComments.list, { params: { id: plan.id } }), enabled: can('read PlanComment') })
  const open = plan.status !== 'closed'
  if (!data || (data.items.length === 0 && !(open && can('create PlanComment')))) return null
  const items = data.items.toSorted((left, right) => Number(left.resolvedAt !== null) - Number(right.resolvedAt !== null))
  const waiting = items.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Paper withBorder p="md" mt="md" className="no-print" component="section" aria-label={told`Góp ý`}>
      <Group gap="xs" mb="sm">
        <Title order={2} size="h4">
          <Trans>Góp ý</Trans>
        </Title>
        {waiting > 0 && (
          <StatusBadge tone="warn">
            <Plural value={waiting} other="# chưa xử lý" />
          </StatusBadge>
        )}
      </Group>
      <Stack gap="sm" component="ul" p={0} m={0} mb="md" style={{ listStyle: 'none' }}>
        {items.map((comment) => (
          <Comment key={comment.id} comment={comment} mayResolve={open && can('update PlanComment')} />
        ))}
      </Stack>
      {open && can('create PlanComment') && <NewComment campaignId={plan.id} activities={activities} />}
    </Paper>
  )
}
