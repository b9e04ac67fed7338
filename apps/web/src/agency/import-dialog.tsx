import { employees } from '@chung-tay/contracts/employees'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { formatCount } from '../ui/format.ts'
import { problemText } from '../ui/problem-text.ts'
import { ImportCounts, ImportTable } from './import-table.tsx'

const Template = () => (
  <Text size="sm">
    <Trans>
      Chưa có bảng? <Anchor href={urlOf(employees.importTemplate, {})}>Tải tệp mẫu</Anchor>. Bảng sẵn có của cơ quan cũng dùng được, miễn là có cột
      mã, họ và tên, đơn vị.
    </Trans>
  </Text>
)

const Choose = ({ onUploaded }: { onUploaded: (fileId: string) => void }) => {
  const { t } = useLingui()
  return (
    <Stack gap="sm">
      <FileDrop
        icon={IconFileSpreadsheet}
        hint={<Trans>Thả tệp Excel (.xlsx) vào đây</Trans>}
        label={t`Tệp danh sách`}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onUploaded={onUploaded}
      />
      <Template />
    </Stack>
  )
}

export const RefusedFile = ({ fileId }: { fileId: string }) => (
  <Group gap="xs">
    <Button
      component="a"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      href={urlOf(employees.importRefused, { query: { fileId, format: 'xlsx' } })}
      download
    >
      <Trans>Tải các dòng có lỗi (.xlsx)</Trans>
    </Button>
    <Button component="a" variant="subtle" href={urlOf(employees.importRefused, { query: { fileId, format: 'csv' } })} download>
      CSV
    </Button>
  </Group>
)

type CheckProps = { fileId: string; onAgain: () => void; onClose: () => void }

/** The dry run, then the import of what is right, then what became of it. */
const Check = ({ fileId, onAgain, onClose }: CheckProps) => {
  const { t } = useLingui()
  // What was checked stays on the screen; the import judges every row again.
  const check = useQuery({ ...queryOf(employees.importCheck, { query: { fileId } }), staleTime: Number.POSITIVE_INFINITY, retry: false })
  const run = useAction(employees.importRun, { done: ({ counts }) => t`Đã nhập: ${counts.create} người mới, ${counts.update} người được cập nhật` })
  if (run.data) return <Result fileId={fileId} result={run.data} onAgain={onAgain} onClose={onClose} />
  if (check.isPending) {
    return (
      <Group role="status">
        <Loader size="sm" />
        <Trans>Đang đọc bảng…</Trans>
      </Group>
    )
  }
  if (check.isError) {
    return (
      <Stack>
        <Alert color="red" role="alert" title={t`Chưa đọc được bảng`}>
          {problemText(check.error)}
        </Alert>
        <Template />
        <Group justify="flex-end">
          <Button onClick={onAgain}>
            <Trans>Chọn tệp khác</Trans>
          </Button>
        </Group>
      </Stack>
    )
  }
  const { counts, rows, fileName, sheet } = check.data
  const good = counts.create + counts.update
  return (
    <Stack gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Tệp {fileName}, trang {sheet}. Chưa có gì được ghi; hãy xem lại rồi xác nhận.
        </Trans>
      </Text>
      <ImportCounts counts={counts} />
      <ImportTable rows={rows} />
      {counts.refused > 0 && <RefusedFile fileId={fileId} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAgain}>
          <Trans>Chọn tệp khác</Trans>
        </Button>
        <Button disabled={good === 0} loading={run.isPending} onClick={() => run.mutate({ body: { fileId } })}>
          <Trans>Nhập {formatCount(good)} người</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

type ResultProps = CheckProps & { result: typeof employees.importRun.response._zod.output }

const Result = ({ fileId, result: { counts, refused }, onAgain, onClose }: ResultProps) => (
  <Stack gap="sm">
    <Alert color={refused.length > 0 ? 'stamen' : 'leaf'} role="status">
      {refused.length > 0 ? (
        <Trans>Đã nhập xong các dòng đúng. Hãy sửa các dòng còn lại rồi nhập lại: người đã có sẽ không bị trùng.</Trans>
      ) : (
        <Trans>Đã nhập xong toàn bộ danh sách.</Trans>
      )}
    </Alert>
    <ImportCounts counts={counts} />
    {refused.length > 0 && (
      <>
        <ImportTable rows={refused} />
        <RefusedFile fileId={fileId} />
      </>
    )}
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onAgain}>
        <Trans>Nhập tệp khác</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Xong</Trans>
      </Button>
    </Group>
  </Stack>
)

/** A whole list out of a spreadsheet: choose, look at what would happen, confirm, see what happened. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const [fileId, setFileId] = useState<string | null>(null)
  const again = () => setFileId(null)
  return (
    <Dialog onClose={onClose} title={t`Nhập danh sách từ bảng tính`} size="xl">
      {fileId === null ? <Choose onUploaded={setFileId} /> : <Check key={fileId} fileId={fileId} onAgain={again} onClose={onClose} />}
    </Dialog>
  )
}
