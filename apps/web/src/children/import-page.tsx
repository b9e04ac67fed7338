import { childrenImport } from '@chung-tay/contracts/children-import'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { codeOf } from '../api/problem.ts'
import { queryOf } from '../api/query.ts'
import { ImportChoose } from '../imports/import-choose.tsx'
import { ImportColumns } from '../imports/import-columns.tsx'
import { ImportCounts, RefusedFile, Unreadable } from '../imports/import-parts.tsx'
import { ImportPhases } from '../imports/import-phases.tsx'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { formatCount } from '../ui/format.ts'
import { placeOf } from '../ui/place.ts'
import { PageTitle } from '../ui/states.tsx'
import { type Checked, fieldLabels, lackingColumns, outcomeLabels, outcomeTones } from './import-labels.ts'
import { ImportRelations } from './import-relations.tsx'
import { ImportRows } from './import-rows.tsx'
import { childrenImportRoute } from './routes.ts'

const refusedUrls = (fileId: string) => ({
  xlsx: urlOf(childrenImport.refused, { query: { fileId, format: 'xlsx' } }),
  csv: urlOf(childrenImport.refused, { query: { fileId, format: 'csv' } }),
})

type ReadProps = { fileId: string; onAgain: () => void }

const Done = ({ refused, onAgain }: { refused: number; onAgain: () => void }) => {
  const { year } = useCampaign()
  return (
    <Stack gap="sm">
      <Alert color={refused > 0 ? 'stamen' : 'leaf'} role="status">
        {refused > 0 ? (
          <Trans>Đã nhập xong các dòng đúng. Có thể bổ sung các dòng còn lại ngay dưới đây rồi nhập tiếp: cháu đã có sẽ không bị trùng.</Trans>
        ) : (
          <Trans>Đã nhập xong toàn bộ danh sách.</Trans>
        )}
      </Alert>
      <Group gap="xs">
        <Button variant="default" onClick={onAgain}>
          <Trans>Nhập tệp khác</Trans>
        </Button>
        <Button renderRoot={(root) => <Link {...root} {...placeOf({ to: '/$year/children', params: { year } })} />}>
          <Trans>Xem danh sách trẻ em</Trans>
        </Button>
      </Group>
    </Stack>
  )
}

type ReviewProps = ReadProps & { check: Checked; onColumns: () => void }

/** The dry run, what a person adds to it, and the import of what is right. */
const Review = ({ fileId, check, onAgain, onColumns }: ReviewProps) => {
  const { t } = useLingui()
  const { counts, rows, fileName, sheet, unread, rule } = check
  const run = useAction(childrenImport.run, {
    done: (answer) => t`Đã nhập: ${answer.counts.create} cháu mới, ${answer.counts.update} cháu được cập nhật`,
  })
  const good = counts.create + counts.update
  const done = run.isSuccess && good === 0
  return (
    <Stack gap="sm">
      {done ? (
        <Done refused={counts.refused} onAgain={onAgain} />
      ) : (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Trans>
            Tệp {fileName}, trang {sheet}. Chưa có gì được ghi; hãy xem lại rồi xác nhận.
          </Trans>
        </Text>
      )}
      {unread.length > 0 && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          <Trans>Cột không dùng: {unread.join(', ')}.</Trans>
        </Text>
      )}
      <ImportRelations fileId={fileId} rule={rule} rows={rows} />
      <ImportCounts counts={counts} labels={outcomeLabels()} tones={outcomeTones} />
      {run.isPending && <ImportPhases at="writing" rows={good} />}
      {!done && (
        <Group gap="xs">
          <Button disabled={good === 0} loading={run.isPending} onClick={() => run.mutate({ body: { fileId } })}>
            <Trans>Nhập {formatCount(good)} cháu</Trans>
          </Button>
          <Button variant="default" onClick={onAgain}>
            <Trans>Chọn tệp khác</Trans>
          </Button>
          <Button variant="subtle" onClick={onColumns}>
            <Trans>Ý nghĩa các cột</Trans>
          </Button>
        </Group>
      )}
      <ImportRows fileId={fileId} rows={rows} />
      {counts.refused > 0 && <RefusedFile urls={refusedUrls(fileId)} />}
    </Stack>
  )
}

const Read = ({ fileId, onAgain }: ReadProps) => {
  const check = useQuery({ ...queryOf(childrenImport.check, { query: { fileId } }), retry: false })
  const [mapping, setMapping] = useState(false)
  if (mapping) {
    return (
      <ImportColumns
        fileId={fileId}
        columns={childrenImport.columns}
        mapping={childrenImport.mapping}
        labels={fieldLabels()}
        lacking={lackingColumns}
        onSaved={() => setMapping(false)}
        onCancel={() => setMapping(false)}
      />
    )
  }
  if (check.isPending) return <ImportPhases at="reading" />
  if (check.data) return <Review fileId={fileId} check={check.data} onAgain={onAgain} onColumns={() => setMapping(true)} />
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

/** Children out of the spreadsheet that an office has: read, looked at, added to, and imported without doubles. */
export const ChildrenImportPage = () => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { year } = useCampaign()
  const { file } = childrenImportRoute.useSearch()
  const to = (next: string | undefined) =>
    void navigate(placeOf({ to: '/$year/children/import', params: { year }, search: next === undefined ? {} : { file: next } }))
  return (
    <>
      <PageTitle
        title={t`Nhập trẻ em từ bảng tính`}
        description={t`Danh sách con em của các đơn vị, như đang có. Con chung của hai cán bộ ghi trên hai dòng được ghép làm một.`}
      />
      {file === undefined ? (
        <ImportChoose
          label={t`Tệp danh sách con em`}
          needs={<Trans>Bảng sẵn có cũng dùng được, miễn là có họ tên cháu, ngày sinh và bố hoặc mẹ là cán bộ.</Trans>}
          templateUrl={urlOf(childrenImport.template, {})}
          onUploaded={to}
        />
      ) : (
        <Read key={file} fileId={file} onAgain={() => to(undefined)} />
      )}
    </>
  )
}
