import type { campaigns } from '@chung-tay/contracts/campaigns'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import type { RecordForm, ValuesOf } from '../ui/record-form.ts'

type Form = RecordForm<ValuesOf<typeof campaigns.create>>

const Basis = ({ form, at, onRemove, onUp }: { form: Form; at: number; onRemove: () => void; onUp: (() => void) | undefined }) => {
  const { t } = useLingui()
  const number = at + 1
  return (
    <Fieldset legend={t`Căn cứ ${number}`} p="sm">
      <Stack gap="sm">
        <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
          <TextField form={form} name={`legalBases.${at}.kind`} label={t`Loại văn bản`} placeholder={t`Công văn, Luật, Nghị định…`} required />
          <TextField form={form} name={`legalBases.${at}.number`} label={t`Số, ký hiệu`} required />
          <DateField form={form} name={`legalBases.${at}.issuedOn`} label={t`Ngày ban hành`} required />
        </Group>
        <TextField form={form} name={`legalBases.${at}.issuer`} label={t`Cơ quan ban hành`} required />
        <TextAreaField form={form} name={`legalBases.${at}.subject`} label={t`Về việc`} minRows={2} required />
        <Group gap="xs" justify="flex-end">
          {onUp && (
            <ActionIcon variant="default" size="lg" onClick={onUp} aria-label={t`Đưa căn cứ ${number} lên trên`}>
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="default" size="lg" onClick={onRemove} aria-label={t`Bỏ căn cứ ${number}`}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  )
}

/** The documents that a plan rests on, in their order. */
export const LegalBasesField = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const { fields, append, remove, swap } = useFieldArray({ control: form.control, name: 'legalBases' })
  return (
    <Stack gap="xs" role="group" aria-label={t`Căn cứ`}>
      <Text fw={500} size="sm">
        <Trans>Căn cứ</Trans>
      </Text>
      {fields.map((field, at) => (
        <Basis key={field.id} form={form} at={at} onRemove={() => remove(at)} onUp={at === 0 ? undefined : () => swap(at, at - 1)} />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append({ kind: 'Công văn', number: '', issuedOn: '', issuer: '', subject: '' })}
      >
        <Trans>Thêm căn cứ</Trans>
      </Button>
    </Stack>
  )
}
