import { type KitRecord, kits } from '@chung-tay/contracts/kits'
import type { GiftKindRecord } from '@chung-tay/contracts/stock'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { call } from '../api/call.ts'
import { CountField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { KindField } from './kind-field.tsx'

type Values = ValuesOf<typeof kits.compose>

const empty = { giftKindId: null as never, quantity: 1 }
const valuesOf = ({ components }: KitRecord): Values => ({ components: components.map(({ giftKindId, quantity }) => ({ giftKindId, quantity })) })

/** What goes into one kit. */
export const KitForm = ({ kind, kit, onClose }: { kind: GiftKindRecord; kit: KitRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: kind.id }
  const known = new Map(kit.components.map(({ giftKindId, name, measure }) => [giftKindId, `${name} (${measure})`]))
  const form = useRecordForm({
    contract: kits.compose,
    draftKey: `kit:${kind.id}`,
    defaults: kit.components.length > 0 ? valuesOf(kit) : { components: [empty] },
    version: kit.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(kits.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu thành phần`)
      onClose()
    },
  })
  form.describe('components', { label: t`Thành phần`, show: (value) => String((value as Values['components']).length) })
  const rows = useFieldArray({ control: form.control, name: 'components' })
  return (
    <FormBody form={form} submitLabel={t`Lưu thành phần`} onCancel={onClose}>
      <Stack gap="sm">
        {rows.fields.map((row, at) => (
          <Group key={row.id} align="flex-start" gap="xs" wrap="nowrap">
            <SimpleGrid cols={{ base: 1, xs: 2 }} flex={1} spacing="xs">
              <KindField
                form={form}
                name={`components.${at}.giftKindId`}
                label={t`Hàng`}
                chosen={known.has(row.giftKindId) ? { value: row.giftKindId, label: known.get(row.giftKindId) ?? '' } : undefined}
              />
              <CountField form={form} name={`components.${at}.quantity`} label={t`Số lượng trong một suất`} min={1} required />
            </SimpleGrid>
            <ActionIcon variant="subtle" color="red" mt={28} aria-label={t`Bỏ dòng ${at + 1}`} onClick={() => rows.remove(at)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => rows.append(empty)}>
            <Trans>Thêm dòng</Trans>
          </Button>
        </Group>
      </Stack>
    </FormBody>
  )
}
