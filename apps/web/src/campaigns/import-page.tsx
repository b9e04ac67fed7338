import { type PlanImportCheck, planImports } from '@chung-tay/contracts/plan-import'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Grid, Stack, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useMe } from '../session/session.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { PageSkeleton } from '../ui/page-skeleton.tsx'
import { problemText } from '../ui/problem-text.ts'
import type { RecordForm } from '../ui/record-form.ts'
import { PageTitle } from '../ui/states.tsx'
import { ImportActivities } from './import-activities.tsx'
import { useImportForm } from './import-form.ts'
import classes from './import-page.module.css'
import { ImportPaper } from './import-paper.tsx'
import { ImportTasks } from './import-tasks.tsx'
import { PlanFields, type PlanValues } from './plan-form.tsx'
import { importPlanRoute } from './routes.ts'

const Choose = ({ onUploaded }: { onUploaded: (fileId: string) => void }) => {
  const { t } = useLingui()
  return (
    <Stack gap="sm" maw={720}>
      <FileDrop
        icon={IconFileText}
        hint={<Trans>Thả tệp Word (.docx) của kế hoạch vào đây</Trans>}
        label={t`Tệp kế hoạch`}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onUploaded={onUploaded}
      />
      <Text size="sm" c="dimmed">
        <Trans>
          Tệp .doc đời cũ: mở bằng Word, chọn Lưu thành (Save As) rồi chọn .docx. Chưa có gì được ghi cho đến khi anh, chị xem lại và xác nhận.
        </Trans>
      </Text>
    </Stack>
  )
}

type ReviewProps = { fileId: string; check: PlanImportCheck; onAgain: () => void }

/** The paper on one side, what becomes of it on the other. */
const Review = ({ fileId, check, onAgain }: ReviewProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  const form = useImportForm(fileId, check, today)
  const strange = check.pieces.filter(({ role }) => role === null).length
  return (
    <Stack gap="md">
      {check.yearTaken && (
        <Alert color="red" title={t`Năm ${String(check.proposal.year)} đã có kế hoạch`}>
          <Trans>Mỗi năm chỉ có một kế hoạch. Hãy đổi năm, hoặc sửa kế hoạch đã có.</Trans>
        </Alert>
      )}
      <Alert color={strange > 0 ? 'stamen' : 'leaf'} role="status">
        {strange > 0 ? (
          <Plural
            value={strange}
            other="Có # đoạn chưa hiểu, được tô vàng bên văn bản. Hãy đưa vào mục phù hợp hoặc bỏ qua; chương trình không tự đoán."
          />
        ) : (
          <Trans>Mọi đoạn của văn bản đều đã có chỗ. Hãy xem lại từng mục, điền phần còn trống rồi lập kế hoạch.</Trans>
        )}
      </Alert>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <div className={classes.side}>
            <ImportPaper fileName={check.fileName} pieces={check.pieces} form={form} />
          </div>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <FormBody
            form={form}
            submitLabel={t`Lập kế hoạch`}
            extra={
              <Button variant="default" onClick={onAgain}>
                <Trans>Chọn tệp khác</Trans>
              </Button>
            }
          >
            {/* The plan's own fields are among those of the import, under the same names. */}
            <PlanFields form={form as unknown as RecordForm<PlanValues>} isNew={false} />
            <ImportActivities form={form} proposed={check.proposal.activities} />
            <ImportTasks form={form} proposed={check.proposal.tasks} />
          </FormBody>
        </Grid.Col>
      </Grid>
    </Stack>
  )
}

const Read = ({ fileId, onAgain }: { fileId: string; onAgain: () => void }) => {
  const { t } = useLingui()
  // What was read stays as it is beside the form; the import judges everything again.
  const check = useQuery({ ...queryOf(planImports.check, { query: { fileId } }), staleTime: Number.POSITIVE_INFINITY, retry: false })
  if (check.isPending) return <PageSkeleton />
  if (check.isSuccess) return <Review fileId={fileId} check={check.data} onAgain={onAgain} />
  return (
    <Stack maw={720} align="flex-start">
      <Alert color="red" role="alert" title={t`Chưa đọc được tệp`}>
        {problemText(check.error)}
      </Alert>
      <Button onClick={onAgain}>
        <Trans>Chọn tệp khác</Trans>
      </Button>
    </Stack>
  )
}

/** A plan that was written in Word becomes a draft here, once a person has confirmed what was read. */
export const ImportPlanPage = () => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { file } = importPlanRoute.useSearch()
  const to = (next: string | undefined) => void navigate({ to: '/campaigns/import', search: next === undefined ? {} : { file: next } })
  return (
    <>
      <PageTitle title={t`Lập kế hoạch từ tệp Word`} description={t`Văn bản được đọc theo các mục I–IV; mọi điều đọc được đều chờ người xác nhận.`} />
      {file === undefined ? <Choose onUploaded={to} /> : <Read key={file} fileId={file} onAgain={() => to(undefined)} />}
    </>
  )
}
