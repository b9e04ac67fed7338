import { units } from '@chung-tay/contracts/agency'
import { type NextYear, nextYears } from '@chung-tay/contracts/next-year'
import { formatDay } from '@chung-tay/domain/dates'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaigns } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Money } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'
import { nextYearRoute } from './routes.ts'

type Shifted = NextYear['reportDueOn']

/** A day that was moved says from where: nobody should look for it in last year's paper. */
const MovedDay = ({ day, plain, why }: Shifted & { why: string }) => (
  <>
    {formatDay(day)}
    {day !== plain && (
      <Text span c="dimmed" size="sm">
        {' '}
        <Trans>
          (dời từ {formatDay(plain)} {why})
        </Trans>
      </Text>
    )}
  </>
)

/** One line for the units that get the same work by the same day. */
const alike = (tasks: NextYear['tasks']) => [...Map.groupBy(tasks, ({ title, dueOn }) => `${dueOn.day} ${title}`).entries()]

const Part = ({ title, count, children }: { title: ReactNode; count: number; children: ReactNode }) => (
  <Paper withBorder p="md">
    <Group justify="space-between" mb="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        <Plural value={count} other="# dòng" />
      </Text>
    </Group>
    {count === 0 ? (
      <Text size="sm" c="dimmed">
        <Trans>Năm trước không có.</Trans>
      </Text>
    ) : (
      children
    )}
  </Paper>
)

/** What comes along, line by line, with its new days. */
const Taken = ({ proposal }: { proposal: NextYear }) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      <Part title={<Trans>Nội dung hoạt động</Trans>} count={proposal.activities.length}>
        <List size="sm" spacing={4}>
          {proposal.activities.map(({ clause, title }) => (
            <List.Item key={clause}>
              {clause}. {title}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={<Trans>Nhiệm vụ dự kiến giao</Trans>} count={proposal.tasks.length}>
        <List size="sm" spacing={4}>
          {alike(proposal.tasks).map(([key, [first, ...more]]) => (
            <List.Item key={key}>
              {first?.title}, <Trans>hạn</Trans> {first && <MovedDay {...first.dueOn} why={t`vì ngày nghỉ`} />}
              <Text size="sm" c="dimmed">
                {[first, ...more].map((task) => task?.unitName).join('; ')}
              </Text>
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={<Trans>Sự kiện</Trans>} count={proposal.events.length}>
        <List size="sm" spacing={4}>
          {proposal.events.map(({ name, heldOn }) => (
            <List.Item key={`${heldOn.day} ${name}`}>
              {name}, <MovedDay {...heldOn} why={t`để vẫn vào cuối tuần`} />
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={<Trans>Mức khen thưởng</Trans>} count={proposal.awardTiers.length}>
        <List size="sm" spacing={4}>
          {proposal.awardTiers.map(({ name, amount }) => (
            <List.Item key={name}>
              {name}: <Money value={amount} />
            </List.Item>
          ))}
        </List>
      </Part>
    </Stack>
  )
}

const NextYearForm = ({ id, proposal }: { id: string; proposal: NextYear }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const open = useQuery(queryOf(units.list, { query: { active: 'true', limit: 200 } }))
  const form = useRecordForm({
    contract: nextYears.create,
    draftKey: `next-year:${id}:${proposal.year}`,
    defaults: {
      year: proposal.year,
      title: proposal.title,
      startsOn: proposal.startsOn,
      endsOn: proposal.endsOn,
      reportDueOn: proposal.reportDueOn.day,
      copies: ['tasks', 'events', 'awardTiers'],
      replacements: proposal.closedUnits.map(({ unitId }) => ({ unitId, byId: null })),
    },
    input: (body) => ({ params: { id }, body }),
    onSaved: ({ year }) => {
      toastDone(t`Đã lập kế hoạch năm ${String(year)}. Hãy ghi chủ đề, căn cứ của năm rồi trình Lãnh đạo.`)
      void navigate({ to: '/$year/plan', params: { year }, search: {} })
    },
  })
  const choices = (open.data?.items ?? []).map(({ id: value, name }) => ({ value, label: name }))
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <FormBody form={form} submitLabel={t`Lập kế hoạch năm ${String(proposal.year)}`}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            <Trans>Chủ đề và các căn cứ để trống, vì mỗi năm có văn bản hướng dẫn mới. Số liệu, tiền và hồ sơ của năm cũ không chép sang.</Trans>
          </Text>
          <TextField form={form} name="title" label={t`Tên kế hoạch`} required />
          <Group gap="sm" grow preventGrowOverflow={false} align="flex-start">
            <DateField form={form} name="startsOn" label={t`Thực hiện từ ngày`} required />
            <DateField form={form} name="endsOn" label={t`Đến ngày`} required />
            <DateField
              form={form}
              name="reportDueOn"
              label={t`Báo cáo trước ngày`}
              required
              {...(proposal.reportDueOn.day !== proposal.reportDueOn.plain && {
                description: t`Dời từ ${formatDay(proposal.reportDueOn.plain)} vì ngày nghỉ`,
              })}
            />
          </Group>
          <MultiSelectField
            form={form}
            name="copies"
            label={t`Chép sang cùng nội dung hoạt động`}
            options={[
              { value: 'tasks', label: t`Nhiệm vụ (giao sau khi duyệt)` },
              { value: 'events', label: t`Sự kiện (dự kiến)` },
              { value: 'awardTiers', label: t`Mức khen thưởng` },
            ]}
          />
          {proposal.closedUnits.map(({ unitId, name }, at) => (
            <SelectField
              key={unitId}
              form={form}
              name={`replacements.${at}.byId`}
              label={t`Thay cho ${name} (đã ngừng)`}
              description={t`Để trống thì phần việc của đơn vị này không chép sang.`}
              options={choices}
            />
          ))}
        </Stack>
      </FormBody>
      <Taken proposal={proposal} />
    </SimpleGrid>
  )
}

/** A year that begins with what the one before has shown to work. */
export const NextYearPage = () => {
  const { t } = useLingui()
  const { from, to } = nextYearRoute.useSearch()
  const source = useCampaigns().find(({ year }) => year === from)
  const year = to ?? (from ?? 0) + 1
  const query = useQuery({ ...queryOf(nextYears.propose, { params: { id: source?.id ?? '' }, query: { year } }), enabled: source !== undefined })
  if (!source) return <EmptyState title={t`Không có kế hoạch của năm này`} hint={t`Hãy chọn một năm trong trang Các năm.`} />
  return (
    <>
      <PageTitle
        title={t`Lập kế hoạch năm ${String(year)} từ năm ${String(source.year)}`}
        description={t`Xem những gì được chép sang và các ngày đã dời, chỉnh lại rồi lập kế hoạch.`}
      />
      <Answer query={query}>
        {(proposal) =>
          proposal.taken ? (
            <Alert>
              <Trans>Kế hoạch năm {String(proposal.year)} đã có.</Trans>
            </Alert>
          ) : (
            <NextYearForm key={`${source.id} ${year}`} id={source.id} proposal={proposal} />
          )
        }
      </Answer>
    </>
  )
}
