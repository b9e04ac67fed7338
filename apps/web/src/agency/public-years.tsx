import { type AgencyRecord, agency } from '@chung-tay/contracts/agency'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Card, Group, Stack, Switch, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { Answer } from '../ui/record-query.tsx'

type Props = { record: AgencyRecord }

const YearSwitch = ({ year, record }: Props & { year: number }) => {
  const { t } = useLingui()
  const editable = useCan()('update Agency')
  const [asked, setAsked] = useState(false)
  const shown = record.publicYears.includes(year)
  const change = useAction(agency.setPublicYears, {
    done: shown ? t`Đã thôi công khai năm ${year}` : t`Đã công khai năm ${year}`,
    onDone: () => setAsked(false),
  })
  const years = shown ? record.publicYears.filter((one) => one !== year) : [...record.publicYears, year]
  const save = () => change.mutate({ body: { years }, version: record.version })
  return (
    <Group justify="space-between" gap="xs">
      <Switch
        label={t`Công khai năm ${year}`}
        checked={shown}
        disabled={!editable || change.isPending}
        // Showing is asked about, taking back is done at once.
        onChange={() => (shown ? save() : setAsked(true))}
      />
      {shown && (
        <Anchor href={`/cong-khai/${year}`} target="_blank" size="sm">
          <Group component="span" gap={4} wrap="nowrap">
            <Trans>Xem trang năm {year}</Trans>
            <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
      )}
      {asked && (
        <ConfirmDialog
          title={t`Công khai năm ${year} cho mọi người?`}
          confirmLabel={t`Công khai`}
          pending={change.isPending}
          onConfirm={save}
          onClose={() => setAsked(false)}
        >
          <Trans>
            Ai có địa chỉ cũng xem được, không cần đăng nhập: thu, chi và số còn lại của từng quỹ; tên những người ủng hộ đã đồng ý nêu tên. Không có
            tên trẻ em.
          </Trans>
        </ConfirmDialog>
      )}
    </Group>
  )
}

/** Which years everybody may see; none until the agency says so. */
export const PublicYears = ({ record }: Props) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(campaigns.list, {}))
  return (
    <Card withBorder mt="lg" maw={520} component="section" aria-label={t`Trang công khai đóng góp`}>
      <Title order={2} size="h5" mb={4}>
        <Trans>Trang công khai đóng góp</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>Thu, chi từng quỹ và những người ủng hộ đồng ý nêu tên, cho mọi người xem. Mặc định là không công khai.</Trans>
      </Text>
      <Answer query={query}>
        {({ items }) => {
          const years = items.filter(({ status }) => ['approved', 'running', 'closed'].includes(status)).map(({ year }) => year)
          if (years.length === 0) {
            return (
              <Text size="sm">
                <Trans>Chưa có năm nào được duyệt kế hoạch.</Trans>
              </Text>
            )
          }
          return (
            <Stack gap="sm">
              {years.map((year) => (
                <YearSwitch key={year} year={year} record={record} />
              ))}
            </Stack>
          )
        }}
      </Answer>
    </Card>
  )
}
