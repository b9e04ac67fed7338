import { Trans, useLingui } from '@lingui/react/macro'
import { Title } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useCan } from '../session/session.ts'
import { formatCount, formatMoney } from '../ui/format.ts'
import { placeOf } from '../ui/place.ts'
import { FigureCard } from '../ui/states.tsx'
import classes from './start.module.css'
import type { Start } from './waiting.tsx'

/** The month in figures; each leads to its records where this person may read them. */
export const Figures = ({ figures, year }: { figures: Start['figures']; year: number }) => {
  const { t } = useLingui()
  const can = useCan()
  const { routesByPath } = useRouter()
  const link = (to: string, allowed: boolean, search: Record<string, string> = {}) =>
    allowed && to in routesByPath ? { link: placeOf({ to, params: { year }, search }) } : {}
  const { tasks, publications, donations, gifts, awards, events, children } = figures
  return (
    <section aria-label={t`Tháng hành động qua con số`}>
      <Title order={2} fz="h4" mb="xs">
        <Trans>Tháng hành động qua con số</Trans>
      </Title>
      <div className={classes.figures}>
        {tasks.total > 0 && (
          <FigureCard
            label={t`Nhiệm vụ hoàn thành`}
            value={`${formatCount(tasks.done)}/${formatCount(tasks.total)}`}
            note={
              tasks.late > 0
                ? t`${formatCount(tasks.open)} chưa xong, trong đó ${formatCount(tasks.late)} quá hạn`
                : t`${formatCount(tasks.open)} chưa xong`
            }
            tone={tasks.late > 0 ? 'warn' : 'plain'}
            {...link('/$year/tasks', can('read Task'))}
          />
        )}
        <FigureCard
          label={t`Tin, bài, khẩu hiệu đã đăng`}
          value={formatCount(publications.published)}
          note={t`${formatCount(publications.planned)} đang chờ đăng`}
          {...link('/$year/publications', can('read Publication'), { status: 'published' })}
        />
        {donations && (
          <FigureCard
            label={t`Tiền ủng hộ đã nhận`}
            value={formatMoney(donations.received)}
            note={t`${formatCount(donations.count)} lượt; hiện vật trị giá ${formatMoney(donations.inKind)}`}
            {...link('/$year/donations', can('read Donation'))}
          />
        )}
        {gifts && (
          <FigureCard
            label={t`Quà đã trao`}
            value={`${formatCount(gifts.handedOut)}/${formatCount(gifts.entitled)}`}
            note={t`suất quà 1/6`}
            {...link('/$year/gift-lists', can('read GiftList'))}
          />
        )}
        {awards && (
          <FigureCard
            label={t`Đề nghị khen thưởng`}
            value={formatCount(awards.nominated)}
            note={t`${formatCount(awards.decided)} đã có quyết định`}
            {...link('/$year/nominations', can('read Nomination'))}
          />
        )}
        <FigureCard
          label={t`Hoạt động đã tổ chức`}
          value={formatCount(events.held)}
          note={t`${formatCount(events.planned)} sắp tới`}
          {...link('/$year/events', can('read Event'))}
        />
        <FigureCard
          label={t`Trẻ em dưới 16 tuổi`}
          value={formatCount(children)}
          note={t`con cán bộ, người lao động`}
          {...link('/$year/children', can('read Child'))}
        />
      </div>
    </section>
  )
}
