import type { Family } from '@chung-tay/contracts/hand-outs'
import { useLingui } from '@lingui/react/macro'
import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { relationLabels } from '../children/child-labels.ts'

/** A guardian by name, or somebody else: then `guardian` is null and both texts are needed. */
export type CollectorState = { guardian: string | null; name: string; relation: string }

export const isComplete = ({ guardian, name, relation }: CollectorState): boolean =>
  guardian !== null || (name.trim() !== '' && relation.trim() !== '')

export const collectorOf = ({ guardian, name, relation }: CollectorState) =>
  guardian === null ? { collectorName: name.trim(), proxyRelation: relation.trim() } : { collectorName: guardian, proxyRelation: null }

const proxy = 'proxy'

type FieldsProps = { guardians: Family['guardians']; value: CollectorState; onChange: (value: CollectorState) => void }

/** Who stands at the desk. */
export const CollectorFields = ({ guardians, value, onChange }: FieldsProps) => {
  const { t } = useLingui()
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t`Người nhận`}
        value={value.guardian ?? proxy}
        onChange={(next) => onChange({ ...value, guardian: next === proxy ? null : next })}
      >
        <Stack gap={6} mt={4}>
          {guardians.map(({ name, relation }) => (
            <Radio key={name} value={name} label={`${relationLabels()[relation]}: ${name}`} />
          ))}
          <Radio value={proxy} label={t`Người khác nhận thay`} />
        </Stack>
      </Radio.Group>
      {value.guardian === null && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t`Họ và tên người nhận thay`}
            withAsterisk
            autoComplete="off"
            autoFocus
            maxLength={100}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
          />
          <TextInput
            label={t`Quan hệ với cháu`}
            placeholder={t`ông nội, cô, đồng nghiệp của mẹ…`}
            withAsterisk
            autoComplete="off"
            maxLength={100}
            value={value.relation}
            onChange={(event) => onChange({ ...value, relation: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </Stack>
  )
}
