import { type ChildImportRow, childrenImport } from '@chung-tay/contracts/children-import'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useAction } from '../ui/action.ts'
import type { Checked } from './import-labels.ts'

type RelationsProps = { fileId: string; rule: Checked['rule']; rows: readonly ChildImportRow[] }

/** A list without relations: one choice for all of it, and nothing guessed before. */
export const ImportRelations = ({ fileId, rule, rows }: RelationsProps) => {
  const { t } = useLingui()
  const answer = useAction(childrenImport.answer, { done: t`Đã ghi nhận, bảng được kiểm tra lại` })
  const choose = (next: Checked['rule']) => answer.mutate({ body: { fileId, rows: [], rule: next } })
  const asked = rows.filter(({ problems }) => problems.some(({ reason }) => reason === 'relationMissing')).length
  if (rule === 'ask' && asked === 0) return null
  if (rule !== 'ask') {
    return (
      <Alert color="blue">
        <Group gap="xs" justify="space-between">
          {rule === 'middleName' ? (
            <Trans>Quan hệ không ghi trong bảng đang lấy theo tên đệm: “Thị” là mẹ, “Văn” là bố, còn lại là người giám hộ.</Trans>
          ) : (
            <Trans>Quan hệ không ghi trong bảng đang lấy là người giám hộ.</Trans>
          )}
          <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => choose('ask')}>
            <Trans>Hỏi lại từng dòng</Trans>
          </Button>
        </Group>
      </Alert>
    )
  }
  return (
    <Alert color="stamen" title={t`${asked} dòng chưa rõ là bố hay mẹ`}>
      <Stack gap="xs">
        <Trans>Bổ sung từng dòng, hoặc chọn một cách cho cả bảng. Sau này vẫn sửa được trong hồ sơ của cháu.</Trans>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => choose('middleName')}>
            <Trans>Theo tên đệm: “Thị” là mẹ, “Văn” là bố</Trans>
          </Button>
          <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => choose('guardian')}>
            <Trans>Ghi tất cả là người giám hộ</Trans>
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
