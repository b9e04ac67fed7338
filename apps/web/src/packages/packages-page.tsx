import { packages } from '@chung-tay/contracts/packages'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, CopyButton, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaigns, useCan, useMe } from '../session/session.ts'
import { PageTitle } from '../ui/states.tsx'
import { PackageDrawer } from './package-drawer.tsx'
import { Receive } from './receive.tsx'
import { packagesRoute } from './routes.ts'
import { EditSender, NewSender } from './sender-form.tsx'
import { type Go, Senders } from './senders.tsx'
import { Totals } from './totals.tsx'

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
