import { childMerges } from '@chung-tay/contracts/child-merges'
import type { ChildRecord } from '@chung-tay/contracts/children'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { type MergeChoice, type MergeField, mergeFields, proposeChoice } from '@chung-tay/domain/children/merge'
import { formatDay } from '@chung-tay/domain/dates'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { guardiansText, schoolLevelLabels, sexLabels } from './child-labels.ts'

type Merge = OutputOf<typeof childMerges.merge>

const fieldLabels = (): Record<MergeField, string> => ({
  name: t`Họ và tên`,
  birthDate: t`Ngày sinh`,
  sex: t`Giới tính`,
  schoolLevel: t`Cấp học`,
  school: t`Trường`,
  className: t`Lớp`,
  circumstances: t`Hoàn cảnh cần quan tâm`,
})

const textOf = (child: ChildRecord, field: MergeField): string => {
  const value = child[field]
  if (value === null || value === '') return '–'
  if (field === 'birthDate') return formatDay(value)
  if (field === 'sex') return child.sex ? sexLabels()[child.sex] : '–'
  if (field === 'schoolLevel') return child.schoolLevel ? schoolLevelLabels()[child.schoolLevel] : '–'
  return value
}

/** What went over, in one sentence; a gift that was given twice is said, not hidden. */
const doneText = ({ kept, moved, twice }: Merge): string => {
  const parts = [
    moved.guardians > 0 && t`${moved.guardians} người giám hộ`,
    moved.consents > 0 && t`${moved.consents} sự đồng ý`,
    moved.giftLines > 0 && t`${moved.giftLines} suất quà`,
    moved.nominations > 0 && t`${moved.nominations} đề nghị khen thưởng`,
  ].filter(Boolean)
  const told = twice.gifts.length > 0 ? ` ${t`Cháu đã nhận quà ở cả hai hồ sơ, cả hai lần vẫn giữ: ${twice.gifts.join(', ')}.`}` : ''
  const list = parts.length === 0 ? '' : ` ${t`Đã chuyển sang: ${parts.join(', ')}.`}`
  return `${t`Đã gộp thành một hồ sơ: ${kept.name}.`}${list}${told}`
}

type FieldProps = {
  field: MergeField
  sides: Record<'kept' | 'gone', ChildRecord>
  value: 'kept' | 'gone'
  onChange: (side: 'kept' | 'gone') => void
}

/** One field of both records beside each other; where they say the same there is nothing to choose. */
const FieldChoice = ({ field, sides, value, onChange }: FieldProps) => {
  const label = fieldLabels()[field]
  const [kept, gone] = [textOf(sides.kept, field), textOf(sides.gone, field)]
  if (kept === gone)
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm">{kept}</Text>
      </div>
    )
  return (
    <Radio.Group label={label} value={value} onChange={(side) => onChange(side === 'gone' ? 'gone' : 'kept')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={4}>
        <Radio value="kept" label={kept} />
        <Radio value="gone" label={gone} />
      </SimpleGrid>
    </Radio.Group>
  )
}

const KeptChoice = ({
  first,
  second,
  value,
  onChange,
}: {
  first: ChildRecord
  second: ChildRecord
  value: string
  onChange: (id: string) => void
}) => {
  const { t } = useLingui()
  return (
    <Radio.Group
      label={t`Giữ hồ sơ nào?`}
      description={t`Bố mẹ, sự đồng ý, suất quà và đề nghị khen thưởng của hồ sơ kia chuyển sang hồ sơ này.`}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={value}
      onChange={onChange}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={8}>
        {[first, second].map((child, at) => (
          <Radio
            key={child.id}
            value={child.id}
            label={t`Hồ sơ ${at + 1}: ${child.name}`}
            description={[guardiansText(child.guardians), child.unitName].filter(Boolean).join(' – ')}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  )
}

/** Two records side by side: which one stays, what of each field stays, one confirmation; it can be taken back. */
export const MergeDialog = ({ first, second, onClose }: { first: ChildRecord; second: ChildRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const [keptId, setKeptId] = useState(first.id)
  const sides = keptId === first.id ? { kept: first, gone: second } : { kept: second, gone: first }
  const [chosen, setChosen] = useState<Partial<MergeChoice>>({})
  const choice = { ...proposeChoice(sides.kept, sides.gone), ...chosen }
  const undo = useAction(childMerges.undo, { done: t`Đã tách lại thành hai hồ sơ như trước` })
  const merge = useAction(childMerges.merge, {
    done: doneText,
    undo: ({ id, version }) => undo.mutate({ params: { id }, version }),
    onDone: onClose,
  })
  const { kept, gone } = sides
  return (
    <Dialog onClose={onClose} title={t`Gộp hai hồ sơ của một cháu`} size="lg">
      <Stack>
        <KeptChoice
          first={first}
          second={second}
          value={keptId}
          onChange={(id) => {
            setKeptId(id)
            setChosen({})
          }}
        />
        {mergeFields.map((field) => (
          <FieldChoice
            key={field}
            field={field}
            sides={sides}
            value={choice[field]}
            onChange={(side) => setChosen((before) => ({ ...before, [field]: side }))}
          />
        ))}
        <Alert color="blue" variant="light">
          <Trans>Hồ sơ kia không còn hiện trong danh sách và tìm kiếm. Có thể hoàn tác nếu gộp nhầm.</Trans>
        </Alert>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Không gộp</Trans>
          </Button>
          <Button
            loading={merge.isPending}
            onClick={() =>
              merge.mutate({ params: { id: kept.id }, body: { goneId: gone.id, goneVersion: gone.version, choice }, version: kept.version })
            }
          >
            <Trans>Gộp hồ sơ</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
