import { type ChildRecord, type ConsentRecord, children } from '@chung-tay/contracts/children'
import { agreementAge, consentPurposes, needsChildAgreement } from '@chung-tay/domain/children/consent'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { FileLink } from '../ui/fields/file-field.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { AccountConsent } from './account-consent.tsx'
import { purposeLabels, relationLabels } from './child-labels.ts'
import { purposeMeanings, withdrawalMeanings } from './consent-words.ts'
import { PaperConsent } from './paper-consent.tsx'

const Given = ({ consent }: { consent: ConsentRecord }) => {
  const { t } = useLingui()
  const relation = relationLabels()[consent.relation].toLowerCase()
  const how = consent.method === 'paper' ? t`ký trên giấy` : t`bằng tài khoản`
  return (
    <Stack gap={2}>
      <Text size="sm">
        <Trans>
          {consent.givenByName} ({relation}) đồng ý từ ngày <Day value={consent.givenOn} />, {how}
        </Trans>
        {consent.childAgreed && <>; {t`cháu cũng đồng ý`}</>}
      </Text>
      {consent.files.map((file) => (
        <FileLink key={file.id} file={file} />
      ))}
      {consent.withdrawnOn !== null && (
        <Text size="xs" c="dimmed">
          <Trans>
            Đã rút ngày <Day value={consent.withdrawnOn} />: {consent.withdrawReason}
          </Trans>
        </Text>
      )}
    </Stack>
  )
}

/** What was agreed and withdrawn before, out of the way until somebody asks. */
const Earlier = ({ consents }: { consents: readonly ConsentRecord[] }) => {
  const [shown, setShown] = useState(false)
  if (consents.length === 0) return null
  return (
    <Stack gap="xs" align="flex-start">
      <Button size="compact-xs" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? <Trans>Ẩn các lần trước</Trans> : <Trans>Các lần trước ({consents.length})</Trans>}
      </Button>
      {shown && consents.map((consent) => <Given key={consent.id} consent={consent} />)}
    </Stack>
  )
}

const StateBadge = ({ state }: { state: 'given' | 'lapsed' | 'withdrawn' | 'none' }) => {
  const { t } = useLingui()
  if (state === 'given') return <StatusBadge tone="good">{t`Đã đồng ý`}</StatusBadge>
  if (state === 'lapsed') return <StatusBadge tone="warn">{t`Chờ cháu đồng ý`}</StatusBadge>
  return <StatusBadge tone={state === 'withdrawn' ? 'bad' : 'neutral'}>{state === 'withdrawn' ? t`Đã rút` : t`Chưa có`}</StatusBadge>
}

type PurposeProps = { child: ChildRecord; purpose: ConsentRecord['purpose']; consents: readonly ConsentRecord[]; mayChange: boolean }

/** One purpose: what it means, what is in force, what was, and what can be done. */
const Purpose = ({ child, purpose, consents, mayChange }: PurposeProps) => {
  const { t } = useLingui()
  const me = useMe()
  const [dialog, setDialog] = useState<'give' | 'withdraw' | null>(null)
  const close = () => setDialog(null)
  const withdraw = useAction(children.withdrawConsent, { done: t`Đã rút sự đồng ý`, onDone: close })
  const current = consents.find(({ withdrawnOn }) => withdrawnOn === null)
  const told = current ?? consents[0]
  const lapsed = current !== undefined && !current.childAgreed && child.birthDate !== null && needsChildAgreement(purpose, child.birthDate, me.today)
  const isOwn = child.guardians.some(({ employeeId }) => employeeId === me.employeeId)
  const label = purposeLabels()[purpose]
  const give = isOwn ? (told === undefined ? t`Cho phép…` : lapsed ? t`Hỏi cháu…` : t`Cho phép lại…`) : t`Ghi nhận bản giấy…`
  return (
    <Card withBorder padding="sm" component="section" aria-label={label}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <StateBadge state={lapsed ? 'lapsed' : current ? 'given' : told ? 'withdrawn' : 'none'} />
      </Group>
      <Stack gap="xs" mt={4}>
        <Text size="sm" c="dimmed">
          {purposeMeanings()[purpose]}
        </Text>
        {told && <Given consent={told} />}
        {lapsed && (
          <Text size="sm">
            <Trans>Cháu nay đã đủ {agreementAge} tuổi: cần cả cháu đồng ý thì mới được công bố tiếp.</Trans>
          </Text>
        )}
        <Earlier consents={consents.filter((one) => one !== told)} />
      </Stack>
      {mayChange && (
        <Group gap="xs" mt="xs">
          {(current === undefined || lapsed) && (
            <Button size="sm" variant="default" onClick={() => setDialog('give')}>
              {give}
            </Button>
          )}
          {current && (
            <Button size="sm" variant="default" onClick={() => setDialog('withdraw')}>
              <Trans>Rút lại</Trans>
            </Button>
          )}
        </Group>
      )}
      {dialog === 'give' &&
        (isOwn ? (
          <AccountConsent child={child} purpose={purpose} onClose={close} />
        ) : (
          <PaperConsent child={child} purpose={purpose} onClose={close} />
        ))}
      {dialog === 'withdraw' && current && (
        <ReasonDialog
          title={t`Rút sự đồng ý: ${label}?`}
          confirmLabel={t`Rút lại`}
          pending={withdraw.isPending}
          onClose={close}
          onReason={(reason) => withdraw.mutate({ params: { id: current.id }, body: { reason }, version: current.version })}
        >
          {withdrawalMeanings()[purpose]} {t`Có thể cho phép lại bất cứ lúc nào.`}
        </ReasonDialog>
      )}
    </Card>
  )
}

/** Consents by purpose. Nothing is agreed beforehand, and silence is no consent. */
export const ConsentsTab = ({ child, mayChange }: { child: ChildRecord; mayChange: boolean }) => {
  const consents = useQuery(queryOf(children.consents, { params: { id: child.id } }))
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <Trans>Mỗi mục đích cần một sự đồng ý riêng của bố mẹ hoặc người giám hộ; có thể rút lại bất cứ lúc nào.</Trans>
      </Text>
      <Answer query={consents}>
        {({ items }) =>
          consentPurposes.map((purpose) => (
            <Purpose
              key={purpose}
              child={child}
              purpose={purpose}
              consents={items.filter((consent) => consent.purpose === purpose)}
              mayChange={mayChange}
            />
          ))
        }
      </Answer>
    </Stack>
  )
}
