import { type ChildRecord, type ConsentRecord, children } from '@chung-tay/contracts/children'
import { agreementAge, needsChildAgreement } from '@chung-tay/domain/children/consent'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { purposeLabels } from './child-labels.ts'
import { purposeMeanings } from './consent-words.ts'

type ConsentProps = { child: ChildRecord; purpose: ConsentRecord['purpose']; onClose: () => void }

/** A parent consents by the own account; from 7 years on the child is asked too before anything is published. */
export const AccountConsent = ({ child, purpose, onClose }: ConsentProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  const [childAgreed, setChildAgreed] = useState(false)
  const give = useAction(children.giveConsent, { done: t`Đã ghi nhận sự đồng ý`, onDone: onClose })
  const asksChild = child.birthDate !== null && needsChildAgreement(purpose, child.birthDate, today)
  const label = purposeLabels()[purpose]
  return (
    <Dialog onClose={onClose} title={label}>
      <Stack>
        <Text size="sm">
          <Trans>
            Tôi là bố, mẹ hoặc người giám hộ của cháu {child.name} và cho phép cơ quan dùng thông tin của cháu cho mục đích: {label}. Tôi có thể rút
            lại bất cứ lúc nào.
          </Trans>
        </Text>
        <Text size="sm" c="dimmed">
          {purposeMeanings()[purpose]}
        </Text>
        {asksChild && (
          <Checkbox
            checked={childAgreed}
            onChange={(event) => setChildAgreed(event.currentTarget.checked)}
            label={t`Tôi đã hỏi cháu và cháu đồng ý`}
            description={t`Cháu từ đủ ${agreementAge} tuổi phải tự đồng ý thì mới được công bố.`}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Không</Trans>
          </Button>
          <Button
            loading={give.isPending}
            disabled={asksChild && !childAgreed}
            onClick={() => give.mutate({ params: { id: child.id }, body: { method: 'account', purpose, childAgreed } })}
          >
            <Trans>Tôi đồng ý</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
