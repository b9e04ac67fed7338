import type { PublicYear } from '@chung-tay/contracts/transparency'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Paper, Text, Title } from '@mantine/core'
import { Money } from '../ui/texts.tsx'
import classes from './public-page.module.css'

/** Who agreed to be named, in the order of the alphabet; the others are counted. */
export const GiversSection = ({ givers: { named, unnamed } }: Pick<PublicYear, 'givers'>) => {
  const { t } = useLingui()
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }} component="section" aria-label={t`Người ủng hộ`} bg="var(--chung-tay-surface)">
      <Title order={2} size="h4" mb={4}>
        <Trans>Cảm ơn những tấm lòng</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>Chỉ nêu người đã đồng ý, theo tên họ muốn được nêu, xếp theo vần; số tiền chỉ ghi khi họ đồng ý.</Trans>
      </Text>
      {named.length > 0 && (
        <ul className={classes.givers}>
          {named.map(({ name, amount }, at) => (
            // Two givers may bear one name, and the roll only ever comes whole.
            <li key={`${name} ${at}`}>
              {name}
              {amount !== null && (
                <Text component="span" size="sm" c="dimmed">
                  {' – '}
                  <Money value={amount} />
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      {unnamed > 0 && (
        <Text mt={named.length > 0 ? 'sm' : 0}>
          {named.length > 0 ? (
            <Plural value={unnamed} other="Và # người ủng hộ không nêu tên." />
          ) : (
            <Plural value={unnamed} other="# người ủng hộ không nêu tên." />
          )}
        </Text>
      )}
      {named.length + unnamed === 0 && (
        <Text>
          <Trans>Chưa có khoản ủng hộ nào trong năm.</Trans>
        </Text>
      )}
    </Paper>
  )
}
