import { employees } from '@chung-tay/contracts/employees'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { codeOf } from '../api/problem.ts'
import { queryOf } from '../api/query.ts'
import { ImportChoose } from '../imports/import-choose.tsx'
import { ImportColumns } from '../imports/import-columns.tsx'
import { ImportCounts, RefusedFile, Unreadable } from '../imports/import-parts.tsx'
import { ImportPhases } from '../imports/import-phases.tsx'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { formatCount } from '../ui/format.ts'
import { importFieldLabels, lackingColumns, outcomeLabels, outcomeTones } from './agency-labels.ts'
import { ImportTable } from './import-table.tsx'

const Choose = ({ onUploaded }: { onUploaded: (fileId: string) => void }) => {
  const { t } = useLingui()
  return (
    <ImportChoose
      label={t`Tệp danh sách`}
      needs={<Trans>Bảng sẵn có của cơ quan cũng dùng được, miễn là có cột mã, họ và tên, đơn vị.</Trans>}
      templateUrl={urlOf(employees.importTemplate, {})}
      onUploaded={onUploaded}
    />
  )
}

const refusedUrls = (fileId: string) => ({
  xlsx: urlOf(employees.importRefused, { query: { fileId, format: 'xlsx' } }),
  csv: urlOf(employees.importRefused, { query: { fileId, format: 'csv' } }),
})

type CheckProps = { fileId: string; onAgain: () => void; onClose: () => void }

/** The dry run, then the import of what is right, then what became of it. */
const Check = ({ fileId, onAgain, onClose }: CheckProps) => {
  const { t } = useLingui()
  // What was checked stays on the screen; the import judges every row again.
  const check = useQuery({ ...queryOf(employees.importCheck, { query: { fileId } }), staleTime: Number.POSITIVE_INFINITY, retry: false })
  const run = useAction(employees.importRun, { done: ({ counts }) => t`Đã nhập: ${counts.create} người mới, ${counts.update} người được cập nhật` })
  const [mapping, setMapping] = useState(false)
  if (run.data) return <Result fileId={fileId} result={run.data} onAgain={onAgain} onClose={onClose} />
  if (mapping) {
    return (
      <ImportColumns
        fileId={fileId}
        columns={employees.importColumns}
        mapping={employees.importMapping}
        labels={importFieldLabels()}
        lacking={lackingColumns}
        onSaved={() => setMapping(false)}
        onCancel={() => setMapping(false)}
      />
    )
  }
  if (check.isPending) return <ImportPhases at="reading" />
  if (check.isError) {
    return (
      <Unreadable error={check.error} onAgain={onAgain}>
        {codeOf(check.error) === 'IMPORT_UNREADABLE' && (
          <Group>
            <Button onClick={() => setMapping(true)}>
              <Trans>Chỉ ra các cột</Trans>
            </Button>
          </Group>
        )}
      </Unreadable>
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
      <ImportCounts counts={counts} labels={outcomeLabels()} tones={outcomeTones} />
      <ImportTable rows={rows} />
      {counts.refused > 0 && <RefusedFile urls={refusedUrls(fileId)} />}
      {run.isPending && <ImportPhases at="writing" rows={good} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={() => setMapping(true)}>
          <Trans>Ý nghĩa các cột</Trans>
        </Button>
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
    <ImportCounts counts={counts} labels={outcomeLabels()} tones={outcomeTones} />
    {refused.length > 0 && (
      <>
        <ImportTable rows={refused} />
        <RefusedFile urls={refusedUrls(fileId)} />
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
