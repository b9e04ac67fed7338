import { reminders } from '@chung-tay/contracts/reminders'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { ReminderForm } from './reminder-form.tsx'

/** When and how the program reminds, and the calendar that follows the own deadlines. */
export const RemindersPage = () => {
  const { t } = useLingui()
  const query = useQuery(queryOf(reminders.get, {}))
  return (
    <>
      <PageTitle
        title={t`Nhắc việc và lịch`}
        description={t`Mỗi ngày một bản nhắc gọn, vào giờ bạn chọn. Chỉ việc bị trả lại hoặc được đôn đốc mới có thư riêng, cũng trong giờ của bạn.`}
      />
      <Answer query={query}>
        {(own) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <ReminderForm own={own} />
            <CalendarPart since={own.feedSince} />
          </SimpleGrid>
        )}
      </Answer>
    </>
  )
}
