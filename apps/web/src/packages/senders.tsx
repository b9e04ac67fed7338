import { packages, type SenderStatus } from '@chung-tay/contracts/packages'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { DateTime, Day, PersonName, StatusBadge } from '../ui/texts.tsx'

export type Go = (part: { open?: string | undefined; sender?: string | undefined; year?: number }) => void

const EditButton = ({ name, onClick }: { name: string; onClick: () => void }) => {
  const { t } = useLingui()
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      className="no-print"
      aria-label={t`Sửa ${name}`}
      onClick={(event) => {
        event.stopPropagation()
        onClick()
      }}
    >
      <Trans>Sửa</Trans>
    </Button>
  )
}

/** Agencies of which nothing is expected any more: still there to be taken up again. */
const Former = ({ go }: { go: Go }) => {
  const can = useCan()
  const { data } = useQuery(queryOf(packages.senders, {}))
  const former = data?.items.filter(({ active }) => !active) ?? []
  if (former.length === 0 || !can('update Sender')) return null
  return (
    <Group gap="xs" mt="sm" className="no-print">
      <Text size="sm" c="dimmed">
        <Trans>Không còn gửi:</Trans>
      </Text>
      {former.map(({ id, name }) => (
        <Button key={id} size="compact-sm" variant="subtle" onClick={() => go({ sender: id })}>
          {name}
        </Button>
      ))}
    </Group>
  )
}

/** Who has sent the figures of a year, and who is missing. */
export const Senders = ({ year, go }: { year: number; go: Go }) => {
  const { t } = useLingui()
  const can = useCan()
  const query = useQuery(queryOf(packages.status, { query: { year } }))
  const columns: Column<SenderStatus>[] = [
    { key: 'name', header: t`Cơ quan`, cell: (one) => <PersonName name={one.name} note={one.package?.reportNumber} /> },
    {
      key: 'state',
      header: t`Tình trạng`,
      cell: (one) => <StatusBadge tone={one.package ? 'good' : 'warn'}>{one.package ? t`Đã gửi` : t`Chưa gửi`}</StatusBadge>,
    },
    { key: 'issued', header: t`Ngày báo cáo`, cell: (one) => <Day value={one.package?.issuedOn} /> },
    {
      key: 'received',
      header: t`Đã nhận`,
      cell: (one) => (one.package ? <PersonName name={<DateTime value={one.package.receivedAt} />} note={one.package.receivedByName} /> : '–'),
    },
  ]
  if (can('update Sender'))
    columns.push({
      key: 'edit',
      header: '',
      align: 'end',
      cell: (one) => <EditButton name={one.name} onClick={() => go({ sender: one.senderId })} />,
    })
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Cơ quan gửi`}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          <Trans>Cơ quan gửi</Trans>
        </Title>
        {can('create Sender') && (
          <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go({ sender: 'new' })}>
            <Trans>Thêm cơ quan</Trans>
          </Button>
        )}
      </Group>
      <Answer query={query}>
        {({ items, sent, expected }) =>
          items.length === 0 ? (
            <EmptyState title={t`Chưa có cơ quan nào`} hint={t`Thêm các cơ quan gửi số liệu cùng khóa công khai của họ, rồi nhận gói.`} />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {plural(expected, { other: `Đã gửi ${sent} / # cơ quan` })}
              </Text>
              <DataTable
                label={t`Cơ quan gửi`}
                columns={columns}
                items={items}
                rowKey={({ senderId }) => senderId}
                onOpen={(one) => one.package && go({ open: one.package.id })}
              />
            </>
          )
        }
      </Answer>
      <Former go={go} />
    </Paper>
  )
}
