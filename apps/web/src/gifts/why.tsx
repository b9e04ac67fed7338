import { giftListLines } from '@chung-tay/contracts/gift-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { relationLabels } from '../children/child-labels.ts'
import { Answer } from '../ui/record-query.tsx'
import { leftOutLabels } from './gift-labels.ts'

/** Why a child is on the list, by what the records say today. */
export const Why = ({ lineId }: { lineId: string }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(giftListLines.why, { params: { id: lineId } }))
  return (
    <Answer query={query}>
      {({ age, counted, reasons }) => (
        <>
          <Text size="sm" fw={600} component="h3">
            <Trans>Vì sao cháu ở trong danh sách</Trans>
          </Text>
          <List size="sm">
            {age !== null && <List.Item>{t`${age} tuổi vào ngày tính tuổi`}</List.Item>}
            {counted.map(({ name, relation, unitName }) => (
              <List.Item key={name}>
                {relationLabels()[relation]}: {name}, {unitName}
              </List.Item>
            ))}
            {reasons.map((reason) => (
              <List.Item key={reason} c="red">
                <Trans>Hồ sơ hiện nay: {leftOutLabels()[reason]}</Trans>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Answer>
  )
}
