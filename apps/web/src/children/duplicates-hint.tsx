import { children } from '@chung-tay/contracts/children'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { queryOf } from '../api/query.ts'
import type { RecordForm } from '../ui/record-form.ts'
import { Day } from '../ui/texts.tsx'
import type { ChildValues } from './child-form.tsx'
import { guardiansText, likenessLabels } from './child-labels.ts'

type Candidate = OutputOf<typeof children.duplicates>['items'][number]

/** One child that may be the same, and why. */
const CandidateRow = ({ candidate, onOther, onOpen }: { candidate: Candidate; onOther: () => void; onOpen: (() => void) | undefined }) => {
  const { child, reasons } = candidate
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {child.name}, <Day value={child.birthDate} />
        </Text>
        <Text size="xs">{[guardiansText(child.guardians), child.unitName].filter(Boolean).join(' – ')}</Text>
        <Text size="xs" c="dimmed">
          <Trans>Giống ở: {reasons.map((reason) => likenessLabels()[reason]).join(', ')}</Trans>
        </Text>
      </div>
      <Group gap="xs">
        {onOpen && (
          <Button size="compact-sm" variant="default" onClick={onOpen}>
            <Trans>Mở hồ sơ này</Trans>
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onOther}>
          <Trans>Là cháu khác</Trans>
        </Button>
      </Group>
    </Group>
  )
}

type HintProps = { form: RecordForm<ChildValues>; exceptId: string | undefined; onOpen: ((id: string) => void) | undefined }

/** Looks while somebody types whether the child is there already, so that nobody is entered twice by both parents. */
export const DuplicatesHint = ({ form, exceptId, onOpen }: HintProps) => {
  const { t } = useLingui()
  const [name, birthDate, guardians, notSameAs] = useWatch({ control: form.control, name: ['name', 'birthDate', 'guardians', 'notSameAs'] })
  const guardianIds = guardians.map(({ employeeId }) => employeeId).filter(Boolean)
  const asked = { name: (name ?? '').trim(), birthDate, guardianIds: guardianIds.join(',') || undefined, exceptId }
  const [settled] = useDebouncedValue(asked, 400)
  const enabled = settled.name.includes(' ') && /^\d{4}-\d\d-\d\d$/.test(settled.birthDate ?? '')
  const { data } = useQuery({ ...queryOf(children.duplicates, { query: settled }), enabled })
  const candidates = enabled ? (data?.items ?? []).filter(({ child }) => !notSameAs.includes(child.id)) : []
  if (candidates.length === 0) return null
  return (
    <Alert color="stamen" icon={<IconCopy aria-hidden />} role="status" title={t`Có thể cháu đã có hồ sơ`}>
      <Stack gap="sm">
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.child.id}
            candidate={candidate}
            onOpen={onOpen && (() => onOpen(candidate.child.id))}
            onOther={() => form.setValue('notSameAs', [...notSameAs, candidate.child.id], { shouldDirty: true })}
          />
        ))}
      </Stack>
    </Alert>
  )
}
