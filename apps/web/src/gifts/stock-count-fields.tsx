import type { StockCountLineRecord, stockCounts } from '@chung-tay/contracts/stock-counts'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Alert, Button, Fieldset, Group, List, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { CountField, TextField } from '../ui/fields/text-fields.tsx'
import { formatChange, formatCount } from '../ui/format.ts'
import type { RecordForm, ValuesOf } from '../ui/record-form.ts'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { movementLabels } from './gift-labels.ts'

export type CountForm = RecordForm<ValuesOf<typeof stockCounts.save>>

/** `+2`, `−3`; nothing while nobody has counted. */
export const Difference = ({ booked, counted }: { booked: number; counted: number | null | undefined }) => {
  if (typeof counted !== 'number') return <span>–</span>
  const difference = counted - booked
  if (difference === 0) return <StatusBadge tone="good">0</StatusBadge>
  return <StatusBadge tone={difference > 0 ? 'warn' : 'bad'}>{formatChange(difference)}</StatusBadge>
}

/** Who counts: they stand in the minutes. */
export const MemberFields = ({ form }: { form: CountForm }) => {
  const { t } = useLingui()
  const rows = useFieldArray({ control: form.control as never, name: 'members' as never })
  return (
    <Fieldset legend={t`Ban kiểm kê`}>
      <Stack gap="xs">
        {rows.fields.map((row, at) => (
          <Group key={row.id} align="flex-start" gap="xs" wrap="nowrap">
            <SimpleGrid cols={{ base: 1, xs: 2 }} flex={1} spacing="xs">
              <TextField form={form} name={`members.${at}.name`} label={t`Họ và tên`} required />
              <TextField form={form} name={`members.${at}.role`} label={t`Trách nhiệm`} placeholder={t`Ví dụ: Trưởng ban`} required />
            </SimpleGrid>
            <ActionIcon variant="subtle" color="red" mt={28} aria-label={t`Bỏ người thứ ${at + 1}`} onClick={() => rows.remove(at)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={rows.fields.length >= 9}
            onClick={() => rows.append({ name: '', role: rows.fields.length === 0 ? t`Trưởng ban` : t`Ủy viên` } as never)}
          >
            <Trans>Thêm người kiểm kê</Trans>
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

/** What came in or went out since the sheet was printed: the books say something else than the paper. */
const Moved = ({ line }: { line: StockCountLineRecord }) => (
  <Alert color="stamen" p="xs" mb="xs">
    <Text size="sm">
      <Plural value={line.moved.length} other={`Từ khi lập phiếu có # lần nhập, xuất: sổ sách từ ${line.bookedAtStart} thành ${line.booked}.`} />
    </Text>
    <List size="sm">
      {line.moved.map(({ kind, quantity, at, reason }) => (
        <List.Item key={`${at.toISOString()} ${quantity} ${reason}`}>
          <DateTime value={at} />: {movementLabels()[kind]} {formatChange(quantity)}
          {reason && ` (${reason})`}
        </List.Item>
      ))}
    </List>
  </Alert>
)

/** One kind: what the books say, what was found, and why it differs. */
export const LineFields = ({ form, line, at }: { form: CountForm; line: StockCountLineRecord; at: number }) => {
  const { t } = useLingui()
  const counted = useWatch({ control: form.control, name: `lines.${at}.counted` as const })
  return (
    <Fieldset legend={line.name}>
      {line.moved.length > 0 && <Moved line={line} />}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
        <Group gap="lg" align="flex-start">
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Sổ sách</Trans>
            </Text>
            <Text className="figures" fw={600}>
              {formatCount(line.booked)} {line.measure}
            </Text>
          </div>
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Chênh lệch</Trans>
            </Text>
            <Difference booked={line.booked} counted={counted} />
          </div>
        </Group>
        <CountField form={form} name={`lines.${at}.counted`} label={t`Thực tế`} />
        <TextField
          form={form}
          name={`lines.${at}.reason`}
          label={t`Lý do chênh lệch`}
          required={typeof counted === 'number' && counted !== line.booked}
          maxLength={500}
        />
      </SimpleGrid>
    </Fieldset>
  )
}
