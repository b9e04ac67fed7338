import type { NotificationData } from '@chung-tay/contracts/notifications'
import { formatDay } from '@chung-tay/domain/dates'
import type { Letter } from './mail.ts'

/** As many as a person reads in one go. */
const shownLines = 20

type Addressee = { name: string; email: string }
type Words = { person: Addressee; key: string; subject: string; parts: readonly (readonly string[])[]; baseUrl: string }

const listOf = (heading: string, lines: readonly string[]): string[] => [
  heading,
  ...lines.slice(0, shownLines).map((line) => `- ${line}`),
  ...(lines.length > shownLines ? [`… và ${lines.length - shownLines} việc khác.`] : []),
]

/** A letter is a document of the office: its words are Vietnamese and stand here. */
const letterOf = ({ person, key, subject, parts, baseUrl }: Words): Letter => ({
  key,
  to: person.email,
  subject,
  text: [
    `Kính gửi ${person.name},`,
    ...parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]),
    '',
    `Xem và xử lý tại ${baseUrl}`,
    `Đổi giờ nhắc, ngày nghỉ nhắc hoặc ngừng nhận thư tại ${baseUrl}/settings/reminders`,
  ].join('\n'),
})

const taskLine = ({ title, unitName, dueOn, daysLate }: NotificationData['digest']['tasks'][number]) =>
  `- ${title} (${unitName}), hạn ${formatDay(dueOn)}${daysLate > 0 ? `, trễ ${daysLate} ngày` : ''}`

const deadlines = ({ day, late, soon, tasks }: NotificationData['digest']): string[] => [
  `Hôm nay ${formatDay(day)} có ${late} nhiệm vụ trễ hạn và ${soon} nhiệm vụ đến hạn trong 3 ngày tới:`,
  ...tasks.map(taskLine),
  ...(late + soon > tasks.length ? [`… và ${late + soon - tasks.length} nhiệm vụ khác.`] : []),
]

type Day = { userId: string; day: string; digest: NotificationData['digest'] | null; news: readonly string[] }

/** The one letter of a day: deadlines, and what happened since the last one. */
export const digestLetter = (person: Addressee, { userId, day, digest, news }: Day, baseUrl: string): Letter =>
  letterOf({
    person,
    key: `digest:${day}:${userId}`,
    subject: digest
      ? `Nhiệm vụ Tháng hành động vì trẻ em: ${digest.late} trễ hạn, ${digest.soon} sắp đến hạn (${formatDay(day)})`
      : `Tháng hành động vì trẻ em: ${news.length} tin mới (${formatDay(day)})`,
    parts: [digest ? deadlines(digest) : [], news.length > 0 ? listOf('Tin mới:', news) : []],
    baseUrl,
  })

/** What cannot wait for tomorrow's digest: all of a round in one letter. */
export const urgentLetter = (person: Addressee, key: string, news: readonly string[], baseUrl: string): Letter =>
  letterOf({
    person,
    key,
    subject: news.length === 1 ? 'Tháng hành động vì trẻ em: 1 việc cần xử lý ngay' : `Tháng hành động vì trẻ em: ${news.length} việc cần xử lý ngay`,
    parts: [listOf('Việc cần xử lý ngay:', news)],
    baseUrl,
  })
