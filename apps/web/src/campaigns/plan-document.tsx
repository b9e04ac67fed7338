import type { ActivityRecord } from '@chung-tay/contracts/activities'
import type { AgencyRecord } from '@chung-tay/contracts/agency'
import type { LegalBasisRecord, PlanRecord } from '@chung-tay/contracts/campaigns'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans } from '@lingui/react/macro'
import { Box, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './plan-document.module.css'

/** "32" becomes "32/KH-KHCN"; a number that was entered whole stays as it is. */
const numberOf = (plan: PlanRecord, agency: AgencyRecord) =>
  plan.planNumber?.includes('/') ? plan.planNumber : `${plan.planNumber ?? '…'}/KH-${agency.symbol}`

const dayWords = (day: string | null) =>
  day === null ? 'ngày … tháng … năm …' : `ngày ${day.slice(8)} tháng ${Number(day.slice(5, 7))} năm ${day.slice(0, 4)}`

const Head = ({ plan, agency }: { plan: PlanRecord; agency: AgencyRecord }) => (
  <Box className={classes.head ?? ''}>
    <div>
      <div className={classes.capitals}>{agency.parentName}</div>
      <div className={`${classes.capitals} ${classes.ruled}`}>
        <b>{agency.name}</b>
      </div>
      <div>Số: {numberOf(plan, agency)}</div>
    </div>
    <div>
      <div>
        <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
      </div>
      <div className={classes.ruled}>
        <b>Độc lập - Tự do - Hạnh phúc</b>
      </div>
      <i>
        {agency.place}, {dayWords(plan.planIssuedOn)}
      </i>
    </div>
  </Box>
)

const Bases = ({ bases }: { bases: readonly LegalBasisRecord[] }) =>
  bases.map(({ kind, number, issuedOn, issuer, subject }, at) => (
    <Text key={number} fs="italic">
      Căn cứ {kind} số {number} ngày {formatDay(issuedOn)} của {issuer} về {subject}
      {at === bases.length - 1 ? '.' : ';'}
    </Text>
  ))

/** Lines as they were typed; those that begin no list of their own get the dash of the plan. */
const Points = ({ text }: { text: string }) =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-–•]\s*/, '').trim())
    .filter(Boolean)
    .map((line) => <Text key={line}>- {line}</Text>)

const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className={classes.section}>
    <Title order={2} fz="md">
      {title}
    </Title>
    {children}
  </section>
)

const missing = (
  <Text span c="dimmed" fs="italic">
    <Trans>(chưa viết)</Trans>
  </Text>
)

const roman = (clause: string) => clause.split('.')[0] ?? ''
/** "1." under the heading II, the whole clause where it stands under another. */
const markOf = (clause: string) => (clause.includes('.') ? `${clause.split('.')[1]}.` : `${clause}.`)

type DocumentProps = {
  plan: PlanRecord
  agency: AgencyRecord
  activities: readonly ActivityRecord[]
  activity: (activity: ActivityRecord, mark: string) => ReactNode
  /** What stands where the activities would be as long as there are none. */
  none: ReactNode
}

/** The plan as the department reads it, in the layout of its paper. The document itself is Vietnamese in every language. */
export const PlanDocument = ({ plan, agency, activities, activity, none }: DocumentProps) => {
  const promised = activities.filter(({ clause }) => roman(clause) === 'II')
  const others = activities.filter(({ clause }) => roman(clause) !== 'II')
  return (
    <article className={classes.paper} lang="vi">
      <Head plan={plan} agency={agency} />
      <div className={classes.title}>
        <div>
          <b>KẾ HOẠCH</b>
        </div>
        <b>{plan.title}</b>
      </div>
      <Bases bases={plan.legalBases} />
      <Text>
        {plan.preface === '' ? (
          <>
            {agency.name} xây dựng kế hoạch với chủ đề {plan.theme === '' ? missing : <b>“{plan.theme}”</b>}, cụ thể như sau:
          </>
        ) : (
          plan.preface
        )}
      </Text>
      <Section title="I. MỤC ĐÍCH, YÊU CẦU">
        <Text fw={600}>1. Mục đích</Text>
        {plan.purpose === '' ? missing : <Points text={plan.purpose} />}
        <Text fw={600}>2. Yêu cầu</Text>
        {plan.requirements === '' ? missing : <Points text={plan.requirements} />}
      </Section>
      <Section title="II. NỘI DUNG HOẠT ĐỘNG">{promised.length === 0 ? none : promised.map((one) => activity(one, markOf(one.clause)))}</Section>
      <Section title="III. THỜI GIAN">
        <Text>
          Thời gian thực hiện từ ngày {formatDay(plan.startsOn)} đến ngày {formatDay(plan.endsOn)}.
        </Text>
      </Section>
      <Section title="IV. TỔ CHỨC THỰC HIỆN">
        {others.map((one) => activity(one, roman(one.clause) === 'IV' ? markOf(one.clause) : `${one.clause}.`))}
        {others.length === 0 && (
          <Text>
            Các phòng, đơn vị báo cáo kết quả thực hiện về Văn phòng để tổng hợp, gửi {plan.recipientName} trước ngày {formatDay(plan.reportDueOn)}.
          </Text>
        )}
        <Text>
          Trên đây là Kế hoạch thực hiện {plan.title.replace(/^(?:Kế hoạch\s+)?Tổ chức\s+/iu, '')} của {agency.name}./.
        </Text>
      </Section>
      {plan.recipients.length > 0 && (
        <Box fz="sm">
          <b>
            <i>Nơi nhận:</i>
          </b>
          {plan.recipients.map((line) => (
            <div key={line}>- {line};</div>
          ))}
          <div>- Lưu: VT, VP.</div>
        </Box>
      )}
      {plan.approvedByName && (
        <div className={classes.signature}>
          <div className={classes.capitals}>
            <b>{agency.leaderTitle}</b>
          </div>
          <b>{agency.leaderName}</b>
        </div>
      )}
    </article>
  )
}
