import { notices, type SheetLine } from '@chung-tay/contracts/notices'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPrinter, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queryOf } from '../api/query.ts'
import { QrPicture } from '../ui/qr-picture.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { noticeSheetRoute } from './routes.ts'
import classes from './sheet.module.css'

const Slip = ({ line, title }: { line: SheetLine; title: string }) => {
  const { t } = useLingui()
  const address = `${window.location.origin}/n/${line.token}`
  return (
    <Paper withBorder p="sm" className={classes.slip ?? ''}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <QrPicture text={address} label={t`Mã QR của ${line.employeeName}`} side={128} />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} size="sm">
            {line.employeeName}
          </Text>
          <Text size="xs" c="dimmed">
            {line.unitName}
          </Text>
          <Text size="xs" mt={4}>
            {title}
          </Text>
          <Text size="xs" mt={4}>
            <Trans>Quét mã để đọc và xác nhận.</Trans>
          </Text>
        </div>
      </Group>
    </Paper>
  )
}

const Sheets = ({ items, title }: { items: readonly SheetLine[]; title: string }) => {
  const units = useMemo(() => [...Map.groupBy(items, ({ unitName }) => unitName)], [items])
  return (
    <Stack gap="lg">
      {units.map(([unitName, lines]) => (
        <section key={unitName} aria-label={unitName} className={classes.unit}>
          <Title order={2} size="h4" mb="sm">
            {unitName}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" className={classes.grid ?? ''}>
            {lines.map((line) => (
              <Slip key={line.id} line={line} title={title} />
            ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  )
}

/** For those without an account: a slip each, to be cut and handed out, whose code opens this one notice. */
export const NoticeSheetPage = () => {
  const { t } = useLingui()
  const { noticeId } = noticeSheetRoute.useParams()
  const notice = useQuery(queryOf(notices.get, { params: { id: noticeId } }))
  const sheet = useQuery(queryOf(notices.sheet, { params: { id: noticeId } }))
  return (
    <>
      <PageTitle
        title={t`Bản in có mã QR`}
        description={t`Mỗi người chưa có tài khoản một phiếu: cắt ra và phát; quét mã để đọc thông báo và xác nhận.`}
        action={
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} className="no-print">
            <Trans>In</Trans>
          </Button>
        }
      />
      <Answer query={notice}>
        {({ title }) => (
          <Answer query={sheet}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState
                  icon={IconUsers}
                  title={t`Mọi người đều có tài khoản`}
                  hint={t`Không cần phiếu giấy: ai cũng nhận được thông báo trong chương trình.`}
                />
              ) : (
                <Sheets items={items} title={title} />
              )
            }
          </Answer>
        )}
      </Answer>
    </>
  )
}
