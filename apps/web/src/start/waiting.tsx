import type { OutputOf } from '@chung-tay/contracts/contract'
import type { start, WaitingKind } from '@chung-tay/contracts/start'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconChevronRight, IconConfetti } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Day } from '../ui/texts.tsx'
import classes from './start.module.css'

export type Start = OutputOf<typeof start.page>
type Way = { label: () => string; to: string; search: Record<string, string> }

/** What each waiting thing is called, and the list in which it waits. */
const ways: Record<WaitingKind, Way> = {
  acknowledgeTask: { label: () => t`Nhiệm vụ chờ tiếp nhận`, to: '/$year/tasks', search: { status: 'assigned' } },
  reportTask: { label: () => t`Nhiệm vụ chờ báo cáo kết quả`, to: '/$year/tasks', search: { mine: 'true' } },
  reviseTask: { label: () => t`Báo cáo nhiệm vụ bị trả lại`, to: '/$year/tasks', search: { status: 'returned' } },
  acceptTask: { label: () => t`Kết quả nhiệm vụ chờ kiểm tra`, to: '/$year/tasks', search: { status: 'submitted' } },
  answerChase: { label: () => t`Đôn đốc chờ đơn vị trả lời`, to: '/$year/tasks', search: { need: 'answer' } },
  decideExtension: { label: () => t`Đề nghị gia hạn chờ quyết định`, to: '/$year/tasks', search: { need: 'decision' } },
  escalatedTask: { label: () => t`Nhiệm vụ đã đôn đốc nhiều lần chưa xong`, to: '/$year/tasks', search: { need: 'leadership' } },
  doStep: { label: () => t`Phần việc được giao cho tôi`, to: '/$year/tasks', search: { need: 'myStep' } },
  approveCampaign: { label: () => t`Kế hoạch chờ duyệt`, to: '/$year/plan', search: {} },
  reviseCampaign: { label: () => t`Kế hoạch chờ trình`, to: '/$year/plan', search: {} },
  approveGiftList: { label: () => t`Danh sách nhận quà chờ duyệt`, to: '/$year/gift-lists', search: { status: 'submitted' } },
  handOut: { label: () => t`Suất quà chờ trao`, to: '/$year/gift-lists', search: { status: 'approved' } },
  collectGift: { label: () => t`Suất quà của con tôi chờ nhận: lấy mã ở đây`, to: '/$year/gift-codes', search: {} },
  reviewNomination: { label: () => t`Đề nghị khen thưởng chờ xét`, to: '/$year/nominations', search: { status: 'submitted' } },
  reviseNomination: { label: () => t`Đề nghị khen thưởng bị trả lại`, to: '/$year/nominations', search: { status: 'returned' } },
  signDecision: { label: () => t`Quyết định khen thưởng chờ ký`, to: '/$year/decisions', search: {} },
  reviseReport: { label: () => t`Báo cáo kết quả bị trả lại`, to: '/$year/report', search: {} },
  issueReport: { label: () => t`Báo cáo kết quả chờ phát hành`, to: '/$year/report', search: {} },
  signReport: { label: () => t`Báo cáo kết quả chờ ký`, to: '/$year/report', search: {} },
  matchBankLine: { label: () => t`Tiền vào tài khoản chờ đối chiếu`, to: '/$year/bank-statements', search: { status: 'open', direction: 'credit' } },
  answerDataRequest: { label: () => t`Yêu cầu về dữ liệu cá nhân chờ trả lời`, to: '/data-requests', search: { status: 'received' } },
  fulfilDataRequest: { label: () => t`Yêu cầu về dữ liệu cá nhân chờ thực hiện`, to: '/data-requests', search: { status: 'accepted' } },
  eraseChild: { label: () => t`Hồ sơ trẻ chờ xóa theo yêu cầu`, to: '/data-requests', search: { status: 'accepted', kind: 'erasure' } },
  takeDown: { label: () => t`Tin, bài phải gỡ: gia đình đã rút sự đồng ý`, to: '/$year/publications', search: { status: 'takeDown' } },
  publishOverdue: { label: () => t`Tin, bài đã quá ngày đăng`, to: '/$year/publications', search: { status: 'overdue' } },
}

const Row = ({ item, year }: { item: Start['waiting'][number]; year: number }) => {
  const { label, to, search } = ways[item.kind]
  return (
    <Link {...placeOf({ to, params: { year }, search })} className={classes.row ?? ''}>
      <Badge size="lg" variant="filled" miw={44} className="figures">
        {item.count}
      </Badge>
      <span className={classes.grow}>
        <Text component="span" display="block" fw={500}>
          {label()}
        </Text>
        {item.oldest && (
          <Text component="span" display="block" size="xs" c="dimmed">
            <Trans>
              Sớm nhất: <Day value={item.oldest} />
            </Trans>
          </Text>
        )}
      </span>
      <IconChevronRight size={18} aria-hidden />
    </Link>
  )
}

/** What waits for this person, each line leading to its list. */
export const Waiting = ({ waiting, year }: { waiting: Start['waiting']; year: number }) => {
  const { t } = useLingui()
  const items = waiting.filter(({ count }) => count > 0)
  return (
    <Paper component="section" withBorder p="md" bg="var(--chung-tay-surface)" aria-label={t`Việc chờ tôi`}>
      <Title order={2} fz="h4" mb="xs">
        <Trans>Việc chờ tôi</Trans>
      </Title>
      {items.length === 0 ? (
        <EmptyState
          icon={IconConfetti}
          title={<Trans>Không có việc nào đang chờ</Trans>}
          hint={<Trans>Việc mới sẽ hiện ở đây ngay khi đến lượt bạn.</Trans>}
        />
      ) : (
        <Stack gap={2}>
          {items.map((item) => (
            <Row key={item.kind} item={item} year={year} />
          ))}
        </Stack>
      )}
    </Paper>
  )
}

type Tasks = Start['figures']['tasks']

/** The lists behind the numbers: what is late now, and what was late when it was done. */
const LateLinks = ({ tasks, year }: { tasks: Tasks; year: number }) => {
  const to = (search: Record<string, string>) => placeOf({ to: '/$year/tasks', params: { year }, search })
  return (
    <Group gap="md" mt="xs" fz="sm">
      {tasks.late > 0 && (
        <PlaceAnchor link={to({ openOnly: 'true', late: 'true' })}>
          <Trans>Xem danh sách quá hạn</Trans>
        </PlaceAnchor>
      )}
      {tasks.doneLate > 0 && (
        <PlaceAnchor link={to({ status: 'accepted', late: 'true' })}>
          <Trans>{tasks.doneLate} nhiệm vụ hoàn thành muộn</Trans>
        </PlaceAnchor>
      )}
    </Group>
  )
}

/** What is late and not accepted yet, the earliest deadline first. */
export const Late = ({ late, tasks, year }: { late: Start['late']; tasks: Tasks; year: number }) => {
  const { t } = useLingui()
  return (
    <Paper component="section" withBorder p="md" bg="var(--chung-tay-surface)" aria-label={t`Quá hạn`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="h4">
          <Trans>Quá hạn</Trans>
        </Title>
        {tasks.late > 0 && (
          <Badge color="red.8" variant="filled">
            {tasks.late}
          </Badge>
        )}
      </Group>
      {late.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Không có nhiệm vụ nào quá hạn.</Trans>
        </Text>
      ) : (
        <Stack gap={2}>
          {late.map((task) => (
            <Link
              key={task.taskId}
              {...placeOf({ to: '/$year/tasks', params: { year }, search: { open: task.taskId } })}
              className={classes.row ?? ''}
            >
              <span className={classes.grow}>
                <Text component="span" display="block" fw={500} size="sm">
                  {task.title}
                </Text>
                <Text component="span" display="block" size="xs" c="dimmed">
                  {task.unitName} · <Trans>hạn</Trans> <Day value={task.dueOn} />
                  {task.submitted && (
                    <>
                      {' '}
                      · <Trans>đã báo cáo, chờ nghiệm thu</Trans>
                    </>
                  )}
                </Text>
              </span>
              <Text component="span" size="sm" fw={600} c="var(--mantine-color-error)" className="figures">
                <Trans>{task.days} ngày</Trans>
              </Text>
            </Link>
          ))}
        </Stack>
      )}
      <LateLinks tasks={tasks} year={year} />
    </Paper>
  )
}
