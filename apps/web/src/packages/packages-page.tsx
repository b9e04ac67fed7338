import { type PackageTotal, packages, type SenderStatus } from '@chung-tay/contracts/packages'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, CopyButton, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { exportUrl } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaigns, useCan, useMe } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Count, DateTime, Day, PersonName, StatusBadge } from '../ui/texts.tsx'
import { PackageDrawer, PackedLabel, packedValue } from './package-drawer.tsx'
import { Receive } from './receive.tsx'
import { packagesRoute } from './routes.ts'
import { EditSender, NewSender } from './sender-form.tsx'

type Go = (part: { open?: string | undefined; sender?: string | undefined; year?: number }) => void

/** By what others know this agency. */
const OwnKey = () => {
  const { t } = useLingui()
  const { data } = useQuery(queryOf(packages.key, {}))
  if (!data?.key) return null
  const { publicKey, fingerprint } = data.key
  return (
    <Alert color="blue" role="note" title={t`Khóa của cơ quan mình`} className="no-print">
      <Text size="sm">
        <Trans>
          Nơi nhận cần khóa này để kiểm tra gói của mình. Dãy nhận dạng để đọc qua điện thoại: <span className="figures">{fingerprint}</span>
        </Trans>
      </Text>
      <CopyButton value={publicKey}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" mt="xs" onClick={copy}>
            {copied ? t`Đã chép` : t`Chép khóa công khai`}
          </Button>
        )}
      </CopyButton>
    </Alert>
  )
}

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

const Senders = ({ year, go }: { year: number; go: Go }) => {
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

const Totals = ({ year }: { year: number }) => {
  const { t } = useLingui()
  const input = { query: { year, limit: 200 } }
  const query = useQuery(queryOf(packages.totals, input))
  const columns: Column<PackageTotal>[] = [
    { key: 'label', header: t`Chỉ tiêu`, cell: (line) => <PackedLabel figure={line} /> },
    { key: 'value', header: t`Tổng số`, align: 'end', cell: (line) => <span className="figures">{packedValue(line)}</span> },
    { key: 'agencies', header: t`Số cơ quan`, align: 'end', cell: (line) => <Count value={line.agencies} /> },
  ]
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Paper withBorder p="md" component="section" aria-label={t`Tổng hợp`}>
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                <Trans>Tổng hợp các cơ quan</Trans>
              </Title>
              <Button
                component="a"
                variant="default"
                size="compact-md"
                href={exportUrl(packages.totals, input, 'xlsx')}
                download
                leftSection={<IconDownload size={16} aria-hidden />}
                className="no-print"
              >
                Excel
              </Button>
            </Group>
            <DataTable cards={false} label={t`Tổng hợp các cơ quan`} columns={columns} items={items} rowKey={({ id }) => id} />
          </Paper>
        )
      }
    </Answer>
  )
}

const OpenSender = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { data } = useQuery(queryOf(packages.senders, {}))
  const sender = data?.items.find((one) => one.id === id)
  return sender ? <EditSender sender={sender} onClose={onClose} /> : null
}

/** Figures that other agencies sent: who has, who is missing, and what they come to together. */
export const PackagesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const navigate = useNavigate()
  const { today } = useMe()
  const search = packagesRoute.useSearch()
  const years = [...new Set([Number(today.slice(0, 4)), ...useCampaigns().map(({ year }) => year)])].sort((left, right) => right - left)
  const year = search.year ?? Number(today.slice(0, 4))
  const go: Go = (part) => void navigate({ to: '/packages', search: (before: object) => ({ ...before, ...part }), resetScroll: false })
  const close = () => go({ open: undefined, sender: undefined })
  return (
    <>
      <PageTitle
        title={t`Gói số liệu`}
        description={t`Số liệu tổng hợp do các cơ quan khác gửi, có chữ ký của họ; không có thông tin của trẻ em.`}
        action={can('create ReceivedPackage') && <Receive onReceived={(received) => go({ year: received })} />}
      />
      <Stack gap="md">
        <Select
          label={t`Năm`}
          data={years.map(String)}
          value={String(year)}
          onChange={(next) => next && go({ year: Number(next) })}
          allowDeselect={false}
          maw={140}
        />
        <Senders year={year} go={go} />
        <Totals year={year} />
        <OwnKey />
      </Stack>
      {search.open && <PackageDrawer id={search.open} onClose={close} />}
      {search.sender === 'new' && can('create Sender') && <NewSender onClose={close} />}
      {search.sender && search.sender !== 'new' && can('update Sender') && <OpenSender id={search.sender} onClose={close} />}
    </>
  )
}
