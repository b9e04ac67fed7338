import type { NominationDetail } from '@chung-tay/contracts/nominations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card, List, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { ruleLabels } from './award-labels.tsx'

type Check = NominationDetail['checks'][number]

const Outcome = ({ passed }: Pick<Check, 'passed'>) => {
  const Icon = passed === null ? IconMinus : passed ? IconCheck : IconAlertTriangle
  return (
    <ThemeIcon size={20} radius="xl" variant="light" color={passed === null ? 'gray' : passed ? 'leaf' : 'stamen'} aria-hidden>
      <Icon size={13} />
    </ThemeIcon>
  )
}

const useOutcomeText = () => {
  const { t } = useLingui()
  return (passed: boolean | null) => (passed === null ? t`không áp dụng` : passed ? t`đạt` : t`cần xem lại`)
}

/** What the rules say of a nomination, for those who review it; the decision stays theirs. */
export const ChecksList = ({ checks, namesakes }: Pick<NominationDetail, 'checks' | 'namesakes'>) => {
  const { t } = useLingui()
  const labels = ruleLabels()
  const outcomeText = useOutcomeText()
  return (
    <Card withBorder bg="var(--chung-tay-surface)" component="section" aria-label={t`Kiểm tra điều kiện`} padding="sm">
      <Title order={3} fz="sm" mb="xs">
        <Trans>Kiểm tra điều kiện</Trans>
      </Title>
      <List spacing={6} size="sm" center listStyleType="none" styles={{ itemLabel: { lineHeight: 1.45 } }}>
        {checks.map(({ rule, passed }) => (
          <List.Item key={rule} icon={<Outcome passed={passed} />}>
            {labels[rule]}:{' '}
            <Text component="span" inherit fw={600}>
              {outcomeText(passed)}
            </Text>
            {rule === 'notTwice' && namesakes.length > 0 && ` (${namesakes.join(', ')})`}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed" mt="xs">
        <Trans>Khen thưởng dành cho học sinh nên không giới hạn dưới 16 tuổi. Người xét quyết định sau khi xem minh chứng.</Trans>
      </Text>
    </Card>
  )
}
