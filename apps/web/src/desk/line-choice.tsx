import type { DeskLine } from '@chung-tay/contracts/hand-outs'
import { useLingui } from '@lingui/react/macro'
import { Box, Checkbox, Text } from '@mantine/core'
import { LineNote } from './desk-search.tsx'
import type { Entry } from './store.ts'

type ChoiceProps = { line: DeskLine; entry: Entry | undefined; checked: boolean; onChange: (checked: boolean) => void }

/** A child that waits for its gift can be chosen; one that has it, or gets none, says why. */
export const LineChoice = ({ line, entry, checked, onChange }: ChoiceProps) => {
  const { t } = useLingui()
  const label = line.childName
  if (line.handOut === null && !line.excluded && entry === undefined) {
    return (
      <Checkbox
        size="md"
        label={label}
        description={line.hasConsent ? undefined : t`Chưa có sự đồng ý của gia đình cho việc lập danh sách và trao quà`}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  }
  return (
    <Box>
      <Text>{label}</Text>
      <LineNote line={line} entry={entry} />
    </Box>
  )
}
