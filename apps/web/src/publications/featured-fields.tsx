import { type PublicationDetail, publications } from '@chung-tay/contracts/publications'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Fieldset, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { PickField } from '../ui/fields/select-fields.tsx'
import { CheckboxField } from '../ui/fields/text-fields.tsx'
import type { RecordForm, ValuesOf } from '../ui/record-form.ts'

type Plan = ValuesOf<typeof publications.create>
const nobody = { childId: null as never, named: false, pictured: false }

/** Whom a piece names or shows, so that a consent that is withdrawn later finds it. Only children whose families agree can be picked. */
export const FeaturedFields = ({ form, children }: { form: RecordForm<Plan>; children: PublicationDetail['children'] }) => {
  const { t } = useLingui()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'children' })
  const chosen = (id: string) => {
    const name = children.find(({ childId }) => childId === id)?.name
    return name ? { value: id, label: name } : undefined
  }
  return (
    <Fieldset legend={t`Cháu được nêu tên hoặc có trong ảnh`}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          <Trans>Chỉ tìm thấy cháu mà gia đình đã đồng ý công bố. Khi gia đình rút sự đồng ý, bài này được báo là phải gỡ.</Trans>
        </Text>
        {fields.map((field, at) => (
          <Paper key={field.id} withBorder p="sm">
            <Group align="flex-start" gap="xs" wrap="nowrap">
              <Stack gap="xs" flex={1} miw={0}>
                <PickField
                  form={form}
                  name={`children.${at}.childId`}
                  label={t`Họ và tên cháu`}
                  contract={publications.cleared}
                  input={(q) => ({ query: { q, limit: 20 } })}
                  option={({ id, name, unitName }) => ({ value: id, label: unitName ? `${name} – ${unitName}` : name })}
                  chosen={chosen(field.childId)}
                  required
                />
                <Group gap="lg">
                  <CheckboxField form={form} name={`children.${at}.named`} label={t`Nêu họ tên`} />
                  <CheckboxField form={form} name={`children.${at}.pictured`} label={t`Có trong ảnh`} />
                </Group>
              </Stack>
              <ActionIcon variant="subtle" color="red" mt={28} size="lg" aria-label={t`Bỏ cháu thứ ${at + 1}`} onClick={() => remove(at)}>
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Paper>
        ))}
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => append(nobody)} style={{ alignSelf: 'flex-start' }}>
          <Trans>Thêm cháu</Trans>
        </Button>
      </Stack>
    </Fieldset>
  )
}
