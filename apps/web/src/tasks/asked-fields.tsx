import { type EvidenceAsked, evidenceKinds } from '@chung-tay/domain/tasks/evidence'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../ui/fields/field.ts'
import { MultiSelectField } from '../ui/fields/select-fields.tsx'
import { evidenceKindLabels, figureOptions } from './task-labels.tsx'

type Named<Values extends FieldValues> = Pick<FieldProps<Values>, 'form' | 'name'>

/** Which numbers the unit types once when it reports. */
export const FiguresField = <Values extends FieldValues>(props: Named<Values>) => {
  const { t } = useLingui()
  return (
    <MultiSelectField
      {...props}
      label={t`Số liệu đơn vị phải báo cáo`}
      description={t`Đơn vị nhập một lần khi báo cáo; số liệu vào thẳng báo cáo kết quả.`}
      options={figureOptions()}
    />
  )
}

type RowProps = { one: EvidenceAsked; at: number; problem: string | undefined; onChange: (next: EvidenceAsked) => void; onRemove: () => void }

const EvidenceRow = ({ one, at, problem, onChange, onRemove }: RowProps) => {
  const { t } = useLingui()
  const number = at + 1
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Select
        aria-label={t`Loại minh chứng ${number}`}
        w={124}
        allowDeselect={false}
        data={evidenceKinds.map((value) => ({ value, label: evidenceKindLabels()[value] }))}
        value={one.kind}
        onChange={(kind) => onChange({ ...one, kind: evidenceKinds.find((value) => value === kind) ?? one.kind })}
      />
      <NumberInput
        aria-label={t`Số lượng minh chứng ${number}`}
        w={72}
        min={1}
        max={50}
        allowDecimal={false}
        value={one.count}
        onChange={(count) => onChange({ ...one, count: Math.min(50, Math.max(1, Number(count) || 1)) })}
      />
      <TextInput
        aria-label={t`Nội dung minh chứng ${number}`}
        flex={1}
        miw={0}
        placeholder={t`Ví dụ: ảnh băng rôn đã treo`}
        value={one.label}
        error={problem}
        onChange={(event) => onChange({ ...one, label: event.currentTarget.value })}
      />
      <ActionIcon variant="default" size="lg" onClick={onRemove} aria-label={t`Bỏ minh chứng ${number}`}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

/** What must hang on the task before it can be reported: kind, number, and what it shows. */
export const EvidenceField = <Values extends FieldValues>(props: Named<Values>) => {
  const { t } = useLingui()
  const { form, name } = props
  const show = (shown: unknown) =>
    Array.isArray(shown) ? (shown as EvidenceAsked[]).map(({ label, count }) => `${label} (${count})`).join(', ') : '–'
  const { value, change } = useField({ ...props, label: t`Minh chứng phải có` }, show)
  const all = (Array.isArray(value) ? value : []) as EvidenceAsked[]
  const problemAt = (at: number) => form.getFieldState(`${name}.${at}.label` as FieldPath<Values>, form.formState).error?.message
  return (
    <Stack gap="xs" role="group" aria-label={t`Minh chứng phải có`}>
      <div>
        <Text fw={500} size="sm">
          <Trans>Minh chứng phải có</Trans>
        </Text>
        <Text size="xs" c="dimmed">
          <Trans>Chưa đủ loại và số lượng thì đơn vị chưa báo cáo được. Để trống: cần ít nhất một tệp bất kỳ.</Trans>
        </Text>
      </div>
      {all.map((one, at) => (
        <EvidenceRow
          key={at}
          one={one}
          at={at}
          problem={problemAt(at)}
          onChange={(next) => change(all.with(at, next))}
          onRemove={() => change(all.toSpliced(at, 1))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => change([...all, { kind: 'photo', count: 1, label: '' }])}
        style={{ alignSelf: 'flex-start' }}
      >
        <Trans>Thêm minh chứng</Trans>
      </Button>
    </Stack>
  )
}

/** A checklist typed as lines. */
export const ChecklistField = <Values extends FieldValues>(props: Named<Values>) => {
  const { t } = useLingui()
  const { value, change, input } = useField({ ...props, label: t`Các bước việc` })
  const [text, setText] = useState((Array.isArray(value) ? value : []).join('\n'))
  return (
    <Textarea
      label={input.label}
      description={t`Mỗi dòng một bước; đơn vị đánh dấu dần khi làm.`}
      error={input.error}
      autosize
      minRows={2}
      maxRows={10}
      value={text}
      onBlur={input.onBlur}
      onChange={(event) => {
        setText(event.currentTarget.value)
        change(
          event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}
