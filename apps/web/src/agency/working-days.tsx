import { agency, type WorkingDay } from '@chung-tay/contracts/agency'
import type { HolidayName } from '@chung-tay/domain/calendar/working-days'
import { formatDay, toDbDate } from '@chung-tay/domain/dates'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan, useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { Answer } from '../ui/record-query.tsx'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

const holidayLabels = (): Record<HolidayName, string> => ({
  newYear: t`Tết Dương lịch`,
  tet: t`Tết Nguyên đán`,
  hungKings: t`Giỗ Tổ Hùng Vương`,
  victory: t`Ngày Giải phóng miền Nam`,
  labour: t`Ngày Quốc tế Lao động`,
  national: t`Quốc khánh`,
})

const whyOf = ({ note, holiday, instead }: WorkingDay): string => {
  if (note !== null) return note
  if (holiday === null) return ''
  const name = holidayLabels()[holiday]
  return instead ? t`Nghỉ bù ${name}` : name
}

const NewDay = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: agency.setWorkingDay,
    draftKey: null,
    defaults: { day: null as never, working: false, note: '' },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã ghi ngày nghỉ, làm bù`)
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t`Thêm ngày nghỉ, làm bù`}>
      <FormBody form={form} submitLabel={t`Lưu`} onCancel={onClose}>
        <Stack gap="md">
          <DateField form={form} name="day" label={t`Ngày`} required />
          <CheckboxField form={form} name="working" label={t`Đi làm bù ngày này`} description={t`Không chọn là ngày nghỉ.`} />
          <TextField form={form} name="note" label={t`Căn cứ`} description={t`Ví dụ: thông báo nghỉ Tết của Bộ Nội vụ.`} required />
        </Stack>
      </FormBody>
    </Dialog>
  )
}

const DayRow = ({ one, editable }: { one: WorkingDay; editable: boolean }) => {
  const { t, i18n } = useLingui()
  const weekday = new Intl.DateTimeFormat(i18n.locale, { weekday: 'long', timeZone: 'UTC' }).format(toDbDate(one.day))
  const clear = useAction(agency.clearWorkingDay, { done: t`Đã trả về theo lịch` })
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start" justify="space-between" mih={36}>
      <div>
        <Text size="sm" component="span">
          {weekday}, <Day value={one.day} />
        </Text>
        <Text size="xs" c="dimmed">
          {whyOf(one)}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        {one.note !== null && <StatusBadge tone={one.working ? 'warn' : 'active'}>{one.working ? t`Làm việc` : t`Nghỉ`}</StatusBadge>}
        {one.note !== null && editable && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            loading={clear.isPending}
            aria-label={t`Bỏ ngày ${formatDay(one.day)}`}
            onClick={() => clear.mutate({ params: { day: one.day } })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Group>
  )
}

/** Holidays by law and what the agency sets beside them: by these days the terms of the law run. */
export const WorkingDays = () => {
  const { t } = useLingui()
  const editable = useCan()('update Agency')
  const thisYear = Number(useMe().today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [adding, setAdding] = useState(false)
  const days = useQuery(queryOf(agency.workingDays, { query: { year } }))
  return (
    <Card withBorder mt="lg" maw={520} component="section" aria-label={t`Ngày nghỉ, ngày làm bù`}>
      <Title order={2} size="h5" mb={4}>
        <Trans>Ngày nghỉ, ngày làm bù</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>
          Thời hạn tính theo ngày làm việc bỏ qua thứ Bảy, Chủ nhật và những ngày dưới đây. Ngày lễ theo Bộ luật Lao động có sẵn, kể cả theo âm lịch;
          ngày nghỉ thêm hoặc làm bù theo thông báo hằng năm thì thêm vào.
        </Trans>
      </Text>
      <Group justify="space-between" mb="xs" align="flex-end">
        <Select
          label={t`Năm`}
          w={110}
          allowDeselect={false}
          data={[thisYear - 1, thisYear, thisYear + 1].map(String)}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
        {editable && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Thêm ngày</Trans>
          </Button>
        )}
      </Group>
      <Answer query={days}>
        {({ items }) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((one) => (
              <DayRow key={one.day} one={one} editable={editable} />
            ))}
          </Stack>
        )}
      </Answer>
      {adding && <NewDay onClose={() => setAdding(false)} />}
    </Card>
  )
}
