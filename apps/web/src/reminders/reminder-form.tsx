import { type OwnReminders, reminders } from '@chung-tay/contracts/reminders'
import { eveningHour, weekDays } from '@chung-tay/domain/reminders/hours'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Chip, Group, Input, Paper, Select, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { type FieldProps, useField } from '../ui/fields/field.ts'
import { CheckboxField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type Values = ValuesOf<typeof reminders.update>

const valuesOf = ({ mail, hour, quietDays }: OwnReminders): Values => ({ mail, hour, quietDays })

const dayNames = (): Record<number, string> => ({
  0: t`Chủ nhật`,
  1: t`Thứ Hai`,
  2: t`Thứ Ba`,
  3: t`Thứ Tư`,
  4: t`Thứ Năm`,
  5: t`Thứ Sáu`,
  6: t`Thứ Bảy`,
})

const hourText = (hour: unknown): string => `${String(hour).padStart(2, '0')}:00`
// Nobody is at work in the small hours; who chose one of them by another way keeps it.
const hours = (chosen: unknown): number[] => Array.from({ length: eveningHour }, (_, hour) => hour).filter((hour) => hour >= 5 || hour === chosen)

const HourField = (props: FieldProps<Values>) => {
  const { value, change, input } = useField(props, hourText)
  return (
    <Select
      {...input}
      data={hours(value).map((hour) => ({ value: String(hour), label: hourText(hour) }))}
      allowDeselect={false}
      openOnFocus={false}
      value={String(value)}
      onChange={(next) => change(Number(next))}
      styles={{ wrapper: { maxWidth: 180 } }}
    />
  )
}

const QuietDaysField = (props: FieldProps<Values>) => {
  const names = dayNames()
  const quiet = (value: unknown): number[] => (Array.isArray(value) ? value : [])
  const { value, change, input } = useField(props, (shown) =>
    quiet(shown)
      .map((day) => names[day])
      .join(', '),
  )
  return (
    <Input.Wrapper label={input.label} description={input.description} error={input.error} labelElement="div">
      <Chip.Group multiple value={quiet(value).map(String)} onChange={(days: string[]) => change(days.map(Number))}>
        <Group gap={6} mt="xs" role="group" aria-label={props.label}>
          {weekDays.map((day) => (
            <Chip key={day} value={String(day)} size="sm" variant="light">
              {names[day]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}

const Notice = ({ children }: { children: ReactNode }) => (
  <Alert color="blue" p="xs">
    <Text size="sm">{children}</Text>
  </Alert>
)

/** Why no letter would come, however the switch stands. */
const MailNotice = ({ own }: { own: OwnReminders }) => {
  if (!own.mailServer) return <Notice>{t`Cơ quan chưa bật gửi thư: bạn vẫn được nhắc ở mục Thông báo trong chương trình.`}</Notice>
  if (own.email === null) return <Notice>{t`Hồ sơ cán bộ của bạn chưa có địa chỉ thư điện tử. Đề nghị Văn phòng bổ sung để nhận thư.`}</Notice>
  return null
}

export const ReminderForm = ({ own }: { own: OwnReminders }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: reminders.update,
    draftKey: 'reminders',
    defaults: valuesOf(own),
    version: own.version,
    input: (body, version) => ({ body, version }),
    reload: async () => {
      const fresh = await call(reminders.get, {})
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã lưu cách nhắc việc`),
  })
  const [hour, quietDays] = form.watch(['hour', 'quietDays'])
  const from = hourText(hour)
  const evening = hourText(eveningHour)
  return (
    <Paper withBorder p="lg" bg="var(--chung-tay-surface)">
      <Title order={2} fz="h4" mb="md">
        <Trans>Nhắc việc</Trans>
      </Title>
      <FormBody form={form} submitLabel={t`Lưu`}>
        <Stack gap="md">
          <CheckboxField
            form={form}
            name="mail"
            label={t`Nhận thư điện tử`}
            description={own.email === null ? t`Ngoài thông báo trong chương trình` : t`Gửi đến ${own.email}`}
          />
          <MailNotice own={own} />
          <HourField form={form} name="hour" label={t`Nhắc từ`} description={t`Bản nhắc trong ngày đến vào giờ này.`} />
          <QuietDaysField form={form} name="quietDays" label={t`Ngày không nhắc`} />
          <Text size="sm" c="dimmed">
            {quietDays.length === 7 ? (
              <Trans>Bạn đã chọn cả bảy ngày: chương trình sẽ không nhắc bạn.</Trans>
            ) : (
              <Trans>
                Bạn được nhắc từ {from} đến {evening} các ngày còn lại. Việc đến sau giờ ấy nằm trong bản nhắc của ngày kế tiếp.
              </Trans>
            )}
          </Text>
        </Stack>
      </FormBody>
    </Paper>
  )
}
