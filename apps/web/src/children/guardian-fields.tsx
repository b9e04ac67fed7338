import type { ChildRecord } from '@chung-tay/contracts/children'
import { employees } from '@chung-tay/contracts/employees'
import { maxGuardians } from '@chung-tay/domain/children/guardians'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { useMe } from '../session/session.ts'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import type { RecordForm } from '../ui/record-form.ts'
import type { ChildValues } from './child-form.tsx'
import { relationOptions } from './child-labels.ts'
import { useChildScope } from './queries.ts'

const nobody = { employeeId: null as never, relation: null as never }

/** One or two guardians among the employees. A parent names only the own relation; who else is there stays. */
export const GuardianFields = ({ form, child }: { form: RecordForm<ChildValues>; child: ChildRecord | undefined }) => {
  const { t } = useLingui()
  const me = useMe()
  const { keepsAll } = useChildScope()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'guardians' })
  const nameOf = (id: string) => child?.guardians.find(({ employeeId }) => employeeId === id)?.name ?? (id === me.employeeId ? me.name : undefined)
  const chosen = (id: string | null) => {
    const label = id === null ? undefined : nameOf(id)
    return id !== null && label !== undefined ? { value: id, label } : undefined
  }
  return (
    <Fieldset legend={t`Bố mẹ, người giám hộ`}>
      <Stack gap="xs">
        {fields.map((field, at) => (
          <Group key={field.id} align="flex-start" gap="xs">
            <Stack gap="xs" flex="2 1 220px">
              <PickField
                form={form}
                name={`guardians.${at}.employeeId`}
                label={t`Họ và tên`}
                contract={employees.list}
                input={(q) => ({ query: { q, active: 'true', limit: 20 } })}
                option={({ id, name, unitName }) => ({ value: id, label: `${name} – ${unitName}` })}
                chosen={chosen(field.employeeId)}
                disabled={!keepsAll}
                required
              />
            </Stack>
            <Stack flex="1 1 160px">
              <SelectField form={form} name={`guardians.${at}.relation`} label={t`Quan hệ`} options={relationOptions()} required />
            </Stack>
            {keepsAll && fields.length > 1 && (
              <ActionIcon variant="subtle" color="red" mt={28} size="lg" aria-label={t`Bỏ người giám hộ ${at + 1}`} onClick={() => remove(at)}>
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {keepsAll && fields.length < maxGuardians && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => append(nobody)}
            style={{ alignSelf: 'flex-start' }}
          >
            <Trans>Thêm người thứ hai</Trans>
          </Button>
        )}
      </Stack>
    </Fieldset>
  )
}
