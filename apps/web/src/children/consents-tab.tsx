import { type ChildRecord, type ConsentRecord, children } from '@chung-tay/contracts/children'
import { consentPurposes } from '@chung-tay/domain/children/consent'
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
import { PaperConsent } from './paper-consent.tsx'

const Given = ({ consent }: { consent: ConsentRecord }) => {
  const { t } = useLingui()
  const relation = relationLabels()[consent.relation].toLowerCase()
  return (
    <Stack gap={2}>
      <Text size="sm">
        {consent.givenByName} ({relation}), <Day value={consent.givenOn} /> – {consent.method === 'paper' ? t`ký trên giấy` : t`bằng tài khoản`}
        {consent.childAgreed && <> – {t`cháu cũng đồng ý`}</>}
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

type PurposeProps = { child: ChildRecord; purpose: ConsentRecord['purpose']; consents: readonly ConsentRecord[]; mayChange: boolean }

/** One purpose: what is in force, what was, and what can be done. */
const Purpose = ({ child, purpose, consents, mayChange }: PurposeProps) => {
  const { t } = useLingui()
  const me = useMe()
  const [dialog, setDialog] = useState<'give' | 'withdraw' | null>(null)
  const close = () => setDialog(null)
  const withdraw = useAction(children.withdrawConsent, { done: t`Đã rút sự đồng ý`, onDone: close })
  const current = consents.find(({ withdrawnOn }) => withdrawnOn === null)
  const isOwn = child.guardians.some(({ employeeId }) => employeeId === me.employeeId)
  const label = purposeLabels()[purpose]
  return (
    <Card withBorder padding="sm" component="section" aria-label={label}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} size="sm">
          {label}
        </Text>
        {current ? <StatusBadge tone="good">{t`Đã đồng ý`}</StatusBadge> : <StatusBadge tone="neutral">{t`Chưa có`}</StatusBadge>}
      </Group>
      <Stack gap="xs" mt={4}>
        {consents.map((consent) => (
          <Given key={consent.id} consent={consent} />
        ))}
      </Stack>
      {mayChange && (
        <Group gap="xs" mt="xs">
          {current ? (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('withdraw')}>
              <Trans>Rút lại</Trans>
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('give')}>
              {isOwn ? <Trans>Cho phép…</Trans> : <Trans>Ghi nhận bản giấy…</Trans>}
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
          <Trans>Từ hôm nay dữ liệu của cháu không dùng cho mục đích này nữa.</Trans>
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
