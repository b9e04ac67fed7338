import { type ChildImportRow, childrenImport } from '@chung-tay/contracts/children-import'
import { employees } from '@chung-tay/contracts/employees'
import type { ParentSlot } from '@chung-tay/domain/children/import-row'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Checkbox, Fieldset, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useMe } from '../session/session.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { relationOptions, sexOptions } from './child-labels.ts'
import { type Problem, problemLabel, slotLabels } from './import-labels.ts'

type Values = ValuesOf<typeof childrenImport.answer>
type Form = RecordForm<Values>

const about = (row: ChildImportRow, begins: string): Problem | undefined => row.problems.find(({ reason }) => reason.startsWith(begins))

const isOfParent = ({ reason }: Problem): boolean => /^(parent|code|noEmployee)/.test(reason) && reason !== 'parentTwice'

/** Whether a person can say here what the row lacks; the rest is mended in the sheet. */
export const isAnswerable = (row: ChildImportRow): boolean =>
  row.problems.some((problem) => /^(birth|sex|relation|looksLike)/.test(problem.reason) || isOfParent(problem))

const ParentChoice = ({ form, slot, problem }: { form: Form; slot: ParentSlot; problem: Problem }) => {
  const { t } = useLingui()
  const name = `rows.0.answer.${slot}` as const
  const chosen = useWatch({ control: form.control, name })
  const [another, setAnother] = useState(problem.candidates.length === 0)
  const choose = (value: string) => {
    setAnother(value === 'another')
    form.setValue(name, value === 'another' ? null : value, { shouldDirty: true })
  }
  const mayBeOutside = slot !== 'parent'
  const choices = mayBeOutside || problem.candidates.length > 0
  return (
    <Fieldset legend={slotLabels()[slot]}>
      <Stack gap="xs">
        {choices && (
          <Radio.Group aria-label={problemLabel(problem)} value={another ? 'another' : (chosen ?? null)} onChange={choose}>
            <Stack gap="xs">
              {problem.candidates.map(({ id, name: label, detail }) => (
                <Radio key={id} value={id} label={`${label} (${detail})`} />
              ))}
              <Radio value="another" label={t`Cán bộ khác`} />
              {mayBeOutside && <Radio value="outside" label={t`Không phải cán bộ của cơ quan`} />}
            </Stack>
          </Radio.Group>
        )}
        {another && (
          <PickField
            form={form}
            name={name}
            label={t`Tìm cán bộ`}
            contract={employees.list}
            input={(q) => ({ query: { q, active: 'true', limit: 20 } })}
            option={({ id, name: label, unitName, code }) => ({ value: id, label: `${label} – ${code}, ${unitName}` })}
          />
        )}
      </Stack>
    </Fieldset>
  )
}

const ChildChoice = ({ form, problem }: { form: Form; problem: Problem }) => {
  const { t } = useLingui()
  const chosen = useWatch({ control: form.control, name: 'rows.0.answer.child' })
  return (
    <Radio.Group
      label={problemLabel(problem)}
      value={chosen ?? null}
      onChange={(value) => form.setValue('rows.0.answer.child', value, { shouldDirty: true })}
    >
      <Stack gap="xs" mt="xs">
        {problem.candidates.map(({ id, name, detail }) => (
          <Radio key={id} value={id} label={t`Chính là ${name} (${detail})`} />
        ))}
        <Radio value="new" label={problem.reason === 'looksLike' ? t`Là cháu khác, chưa có hồ sơ` : t`Là cháu khác với dòng ${problem.row}`} />
      </Stack>
    </Radio.Group>
  )
}

/** Other rows that write the same parent in the same words, and wait for the same answer. */
const alikeOf = (rows: readonly ChildImportRow[], { row }: ChildImportRow, { reason, value, slot }: Problem): number[] =>
  rows.flatMap((one) =>
    one.row !== row && one.problems.some((other) => other.reason === reason && other.value === value && other.slot === slot) ? [one.row] : [],
  )

type AnswerProps = { fileId: string; row: ChildImportRow; rows: readonly ChildImportRow[]; onClose: () => void }

/** What a row lacks, said by a person on the spot. */
export const ImportAnswer = ({ fileId, row, rows, onClose }: AnswerProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  const parents = row.problems.filter(isOfParent)
  const [first] = parents
  const slot = first?.slot ?? 'parent'
  const alike = first?.value === undefined ? [] : alikeOf(rows, row, first)
  const [everywhere, setEverywhere] = useState(false)
  const form = useRecordForm({
    contract: childrenImport.answer,
    draftKey: `child-import:${fileId}:${row.row}`,
    defaults: { fileId, rows: [{ row: row.row, answer: {} }] },
    input: (body) => {
      const [own] = body.rows
      const others = everywhere && own ? alike.map((other) => ({ row: other, answer: { [slot]: own.answer[slot] } })) : []
      return { body: { ...body, rows: [...body.rows, ...others] } }
    },
    onSaved: () => {
      toastDone(t`Đã ghi nhận, bảng được kiểm tra lại`)
      onClose()
    },
  })
  const looks = about(row, 'looksLike')
  const unanswerable = row.problems.filter(({ reason }) =>
    ['nameMissing', 'nameInvalid', 'tooLong', 'tooManyGuardians', 'waitsForRow'].includes(reason),
  )
  return (
    <Dialog onClose={onClose} title={t`Dòng ${row.row}: ${row.name || '–'}`}>
      <FormBody form={form} submitLabel={t`Ghi nhận`} onCancel={onClose}>
        <Stack gap="md">
          <Alert color="stamen">
            {row.problems.map((problem) => (
              <div key={problem.reason + (problem.slot ?? '')}>{problemLabel(problem)}</div>
            ))}
          </Alert>
          {about(row, 'birth') && <DateField form={form} name="rows.0.answer.birthDate" label={t`Ngày sinh`} max={today} />}
          {about(row, 'sex') && <SelectField form={form} name="rows.0.answer.sex" label={t`Giới tính`} options={sexOptions()} />}
          {parents.map((problem) => (
            <ParentChoice key={problem.slot ?? 'parent'} form={form} slot={problem.slot ?? 'parent'} problem={problem} />
          ))}
          {alike.length > 0 && (
            <Checkbox
              checked={everywhere}
              onChange={(event) => setEverywhere(event.currentTarget.checked)}
              label={t`Áp dụng cho cả ${alike.length} dòng khác cũng ghi “${first?.value ?? ''}”`}
            />
          )}
          {about(row, 'relation') && (
            <SelectField form={form} name="rows.0.answer.relation" label={t`Quan hệ với cháu`} options={relationOptions()} />
          )}
          {looks && <ChildChoice form={form} problem={looks} />}
          {unanswerable.length > 0 && <Trans>Phần còn lại cần sửa trong bảng rồi nhập lại tệp.</Trans>}
        </Stack>
      </FormBody>
    </Dialog>
  )
}
