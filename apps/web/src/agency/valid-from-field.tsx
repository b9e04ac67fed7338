import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { List, Text } from '@mantine/core'
import type { FieldValues, Path } from 'react-hook-form'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import type { FieldProps } from '../ui/fields/field.ts'

/** From which day the new words hold: shown once a name differs, for a correction leaves it empty. */
export const ValidFromField = <Values extends FieldValues>({ form, name }: Pick<FieldProps<Values>, 'form'> & { name: Path<Values> }) => {
  const { t } = useLingui()
  const { today } = useMe()
  return (
    <DateField
      form={form}
      name={name}
      label={t`Áp dụng từ ngày`}
      description={t`Văn bản của thời gian trước giữ nguyên tên cũ. Để trống nếu chỉ sửa lỗi chính tả.`}
      max={today}
    />
  )
}

/** What it was called before. */
export const FormerNames = ({ former }: { former: readonly { until: string; name: string }[] }) =>
  former.length > 0 && (
    <div>
      <Text size="sm" fw={500}>
        <Trans>Tên trước đây</Trans>
      </Text>
      <List size="sm" c="dimmed">
        {former.map(({ until, name }) => (
          <List.Item key={until}>
            <Trans>
              {name}, đến trước ngày {formatDay(until)}
            </Trans>
          </List.Item>
        ))}
      </List>
    </div>
  )
