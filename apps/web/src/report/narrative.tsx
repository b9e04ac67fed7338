import { type ReportRecord, type ReportSectionRecord, reports } from '@chung-tay/contracts/report'
import { reportTransitions } from '@chung-tay/domain/report/report-status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconEdit, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { StatusBadge } from '../ui/texts.tsx'
import { SectionBlocks } from './section-blocks.tsx'
import { SectionForm } from './section-form.tsx'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** Parts count I, II, III; the clauses within a part 1, 2, 3: as on the paper. */
const numeralsOf = (sections: readonly ReportSectionRecord[]): string[] =>
  sections.map(({ level }, at) => {
    const before = sections.slice(0, at + 1)
    const parts = before.filter((section) => section.level === 1).length
    if (level === 1) return `${roman[parts - 1] ?? parts}.`
    return `${before.length - 1 - before.findLastIndex((section) => section.level === 1)}.`
  })

type SectionProps = { report: ReportRecord; section: ReportSectionRecord; numeral: string; editable: boolean }

const Restore = ({ section }: { section: ReportSectionRecord }) => {
  const { t } = useLingui()
  const edit = useAction(reports.editSection, { done: t`Đã lấy lại nội dung đã sửa` })
  const restore = useAction(reports.restoreSection, {
    done: t`Đã soạn lại mục này từ số liệu`,
    undo: ({ sections }) => {
      const now = sections.find(({ id }) => id === section.id)
      if (now) edit.mutate({ params: { id: section.id }, body: { blocks: section.blocks }, version: now.version })
    },
  })
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={restore.isPending}
      onClick={() => restore.mutate({ params: { id: section.id }, version: section.version })}
    >
      {t`Soạn lại từ số liệu`}
    </Button>
  )
}

const Section = ({ report, section, numeral, editable }: SectionProps) => {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const title = `${numeral} ${section.heading}`
  return (
    <Card withBorder component="section" aria-label={title} ms={section.level === 2 ? { base: 0, sm: 'lg' } : 0}>
      <Group justify="space-between" gap="xs" mb={6}>
        <Title order={section.level === 1 ? 2 : 3} fz={section.level === 1 ? 'md' : 'sm'} flex="1 1 240px">
          {title}
        </Title>
        <Group gap={4} className="no-print">
          <StatusBadge tone={section.edited ? 'active' : 'neutral'}>{section.edited ? t`Đã sửa` : t`Theo số liệu`}</StatusBadge>
          {editable && section.edited && !editing && <Restore section={section} />}
          {editable && !editing && (
            <Button size="compact-sm" variant="subtle" leftSection={<IconEdit size={14} aria-hidden />} onClick={() => setEditing(true)}>
              {t`Sửa`}
            </Button>
          )}
        </Group>
      </Group>
      {editing ? (
        <SectionForm report={report} section={section} onClose={() => setEditing(false)} />
      ) : (
        <>
          <SectionBlocks blocks={section.blocks} />
          {section.blocks.length === 0 && (
            <Text size="sm" c="dimmed">
              {t`Chưa có nội dung.`}
            </Text>
          )}
        </>
      )}
    </Card>
  )
}

/** The report's text, part by part; the head of part II has none of its own. */
export const Narrative = ({ report }: { report: ReportRecord }) => {
  const can = useCan()
  const editable = can('update Report') && mayAdvance(reportTransitions, report.status, 'edit')
  const numerals = numeralsOf(report.sections)
  return (
    <Stack gap="sm">
      {report.sections.map((section, at) =>
        section.key === 'results' ? (
          <Title key={section.id} order={2} fz="md" mt="xs">
            {numerals[at]} {section.heading}
          </Title>
        ) : (
          <Section key={section.id} report={report} section={section} numeral={numerals[at] ?? ''} editable={editable} />
        ),
      )}
    </Stack>
  )
}
