import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Loader, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { formatMoment } from './format.ts'
import { sendByKeys } from './layer.ts'
import { problemText } from './problem-text.ts'
import type { Conflict, RecordForm, Stale } from './record-form.ts'

const ConflictRow = ({ conflict, onChoose }: { conflict: Conflict; onChoose: (value: unknown) => void }) => {
  const { t } = useLingui()
  const [side, setSide] = useState('mine')
  return (
    <Table.Tr>
      <Table.Th scope="row">{conflict.label}</Table.Th>
      <Table.Td>{conflict.theirs}</Table.Td>
      <Table.Td>{conflict.mine}</Table.Td>
      <Table.Td>
        <SegmentedControl
          size="xs"
          aria-label={t`Chọn nội dung cho ${conflict.label}`}
          value={side}
          data={[
            { value: 'theirs', label: t`Của họ` },
            { value: 'mine', label: t`Của tôi` },
          ]}
          onChange={(next) => {
            setSide(next)
            onChoose(next === 'mine' ? conflict.mineValue : conflict.theirValue)
          }}
        />
      </Table.Td>
    </Table.Tr>
  )
}

const StaleNotice = ({ stale, choose }: { stale: Stale; choose: (name: string, value: unknown) => void }) => {
  const { t } = useLingui()
  return (
    <Alert color="stamen" title={t`Bản ghi đã được người khác sửa`} role="alert">
      <Stack gap="xs">
        {stale.taken.length > 0 && (
          <Text size="sm">
            <Trans>Đã lấy theo bản mới:</Trans> {stale.taken.map(({ label, theirs }) => `${label}: ${theirs}`).join('; ')}.
          </Text>
        )}
        {stale.conflicts.length > 0 && (
          <Table.ScrollContainer minWidth={0}>
            <Table aria-label={t`Những mục cả hai cùng sửa`} withTableBorder>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>
                    <Trans context="form">Mục</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Của họ</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Của tôi</Trans>
                  </Table.Th>
                  <Table.Th>
                    <Trans>Lấy</Trans>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {stale.conflicts.map((conflict) => (
                  <ConflictRow key={conflict.name} conflict={conflict} onChoose={(value) => choose(conflict.name, value)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Text size="sm">
          <Trans>Nội dung bạn nhập vẫn còn nguyên. Xem lại rồi bấm lưu lần nữa.</Trans>
        </Text>
      </Stack>
    </Alert>
  )
}

type FormBodyProps<Values extends FieldValues> = {
  form: RecordForm<Values>
  submitLabel: string
  onCancel?: (() => void) | undefined
  children: ReactNode
  /** Further buttons beside the submitting one. */
  extra?: ReactNode
  /** For a button that stands elsewhere on the page: `<Button type="submit" form={id}>`. */
  id?: string
  /** For those who may read but not change: no button to save. */
  readOnly?: boolean
}

/** The form itself: draft notice, merge notice, fields, refusal, buttons. Used on a page or inside `FormDrawer`. */
export const FormBody = <Values extends FieldValues>({
  form,
  submitLabel,
  onCancel,
  children,
  extra,
  id,
  readOnly = false,
}: FormBodyProps<Values>) => {
  const { draftAt, stale, problem } = form
  return (
    <form {...(id !== undefined && { id })} noValidate onKeyDown={sendByKeys} onSubmit={(event) => void form.submit(event)}>
      <Stack gap="md">
        {draftAt && (
          <Alert color="blue" p="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <Trans>Đã khôi phục nội dung đang nhập dở lúc {formatMoment(draftAt)}.</Trans>
              </Text>
              <Button size="compact-sm" variant="default" onClick={form.discardDraft}>
                <Trans>Bỏ bản nháp</Trans>
              </Button>
            </Group>
          </Alert>
        )}
        {stale && <StaleNotice stale={stale} choose={form.choose} />}
        {children}
        {problem !== null && (
          <Alert color="red" role="alert">
            {problemText(problem)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" className="form-buttons">
          {extra}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {readOnly ? <Trans>Đóng</Trans> : <Trans>Hủy</Trans>}
            </Button>
          )}
          {!readOnly && (
            <Button type="submit" loading={form.pending} leftSection={form.waiting && <Loader size={16} color="currentColor" />}>
              {form.waiting ? <Trans>Chờ tệp tải xong rồi gửi…</Trans> : submitLabel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
