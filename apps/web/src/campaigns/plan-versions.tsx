import type { PlanContent } from '@chung-tay/contracts/plan-versions'
import { type PlanVersionRecord, planVersions } from '@chung-tay/contracts/plan-versions'
import { formatDay } from '@chung-tay/domain/dates'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Accordion, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { diffWordsWithSpace } from 'diff'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'

type Part = { key: string; label: string; text: string }

const basisText = ({ kind, number, issuedOn, issuer, subject }: PlanContent['legalBases'][number]) =>
  `${kind} số ${number} ngày ${formatDay(issuedOn)} của ${issuer} về ${subject}`

/** A plan as parts that can be laid beside each other. */
const partsOf = (content: PlanContent): Part[] => [
  { key: 'title', label: t`Tên kế hoạch`, text: content.title },
  { key: 'theme', label: t`Chủ đề`, text: content.theme },
  { key: 'preface', label: t`Lời mở đầu`, text: content.preface },
  { key: 'bases', label: t`Căn cứ`, text: content.legalBases.map(basisText).join('\n') },
  { key: 'purpose', label: t`Mục đích`, text: content.purpose },
  { key: 'requirements', label: t`Yêu cầu`, text: content.requirements },
  ...content.activities.map((activity) => ({
    key: activity.clause,
    label: t`Mục ${activity.clause}`,
    text: [
      activity.title,
      activity.description,
      ...(activity.leads.length > 0 ? [t`Chủ trì: ${activity.leads.join(', ')}`] : []),
      ...(activity.supports.length > 0 ? [t`Phối hợp: ${activity.supports.join(', ')}`] : []),
    ]
      .filter(Boolean)
      .join('\n'),
  })),
  { key: 'period', label: t`Thời gian`, text: `${formatDay(content.startsOn)} – ${formatDay(content.endsOn)}` },
  { key: 'due', label: t`Hạn báo cáo`, text: `${content.recipientName}, ${formatDay(content.reportDueOn)}` },
  { key: 'recipients', label: t`Nơi nhận`, text: content.recipients.join('\n') },
]

/** What changed from one version to the other, part by part, with the words taken out and put in. */
const Changes = ({ before, after }: { before: PlanContent; after: PlanContent }) => {
  const [old, now] = [partsOf(before), partsOf(after)]
  const keys = [...new Set([...now, ...old].map(({ key }) => key))]
  const changed = keys.flatMap((key) => {
    const [left, right] = [old.find((part) => part.key === key), now.find((part) => part.key === key)]
    return left?.text === right?.text ? [] : [{ key, label: right?.label ?? left?.label ?? key, left: left?.text ?? '', right: right?.text ?? '' }]
  })
  if (changed.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Hai lần trình không khác nhau.</Trans>
      </Text>
    )
  }
  return (
    <Stack gap="sm">
      {changed.map(({ key, label, left, right }) => (
        <section key={key} aria-label={label}>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Text size="sm" className="compared" style={{ whiteSpace: 'pre-wrap' }}>
            {diffWordsWithSpace(left, right).map(({ value, added, removed }, at) => {
              const piece = `${at} ${value}`
              if (added) return <ins key={piece}>{value}</ins>
              return removed ? <del key={piece}>{value}</del> : <span key={piece}>{value}</span>
            })}
          </Text>
        </section>
      ))}
    </Stack>
  )
}

const Compared = ({ beforeId, afterId }: { beforeId: string; afterId: string }) => {
  const before = useQuery(queryOf(planVersions.get, { params: { id: beforeId } }))
  const after = useQuery(queryOf(planVersions.get, { params: { id: afterId } }))
  return (
    <Answer query={before}>{(left) => <Answer query={after}>{(right) => <Changes before={left.content} after={right.content} />}</Answer>}</Answer>
  )
}

const VersionLine = ({ version }: { version: PlanVersionRecord }) => {
  const { t: told } = useLingui()
  const tone = version.approved === null ? 'warn' : version.approved ? 'good' : 'bad'
  const word = version.approved === null ? told`Chờ duyệt` : version.approved ? told`Đã duyệt` : told`Trả lại`
  return (
    <Group gap="xs" component="li">
      <Text size="sm" fw={600}>
        <Trans>Lần {version.number}</Trans>
      </Text>
      <StatusBadge tone={tone}>{word}</StatusBadge>
      <Text size="sm" c="dimmed">
        {version.submittedByName}, <DateTime value={version.submittedAt} />
        {version.decidedByName && (
          <>
            {' → '}
            {version.decidedByName}, <DateTime value={version.decidedAt} />
          </>
        )}
        {version.reason && `: ${version.reason}`}
      </Text>
    </Group>
  )
}

const List = ({ items }: { items: readonly PlanVersionRecord[] }) => {
  const { t: told } = useLingui()
  const [latest, before] = items
  const [from, setFrom] = useState(before?.id ?? '')
  const [to, setTo] = useState(latest?.id ?? '')
  const options = items.map(({ id, number }) => ({ value: id, label: told`Lần ${number}` }))
  return (
    <Stack>
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((version) => (
          <VersionLine key={version.id} version={version} />
        ))}
      </Stack>
      {items.length > 1 && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} maw={480}>
            <Select label={told`So sánh từ`} data={options} value={from} onChange={(id) => setFrom(id ?? from)} allowDeselect={false} />
            <Select label={told`Đến`} data={options} value={to} onChange={(id) => setTo(id ?? to)} allowDeselect={false} />
          </SimpleGrid>
          <Compared beforeId={from} afterId={to} />
        </>
      )}
    </Stack>
  )
}

/** Every version that was laid before the leadership, what it said of it, and what changed between two. */
export const PlanVersions = ({ campaignId }: { campaignId: string }) => {
  const { t: told } = useLingui()
  const [open, setOpen] = useState<string | null>(null)
  const { data } = useQuery(queryOf(planVersions.list, { params: { id: campaignId } }))
  if (!data || data.items.length === 0) return null
  return (
    <Accordion className="no-print" mt="md" variant="separated" value={open} onChange={setOpen}>
      <Accordion.Item value="versions">
        <Accordion.Control>{told`Các lần trình (${data.items.length})`}</Accordion.Control>
        <Accordion.Panel>{open && <List key={data.items[0]?.id} items={data.items} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
