import { Trans } from '@lingui/react/macro'
import { Alert } from '@mantine/core'

/** Words that name a unit the department does not have, or more than one: a person chooses. */
export const Unclear = ({ words }: { words: readonly string[] | undefined }) =>
  words && words.length > 0 ? (
    <Alert color="stamen" p="xs">
      <Trans>Chưa rõ là đơn vị nào: {words.map((word) => `“${word}”`).join(', ')}. Hãy chọn ở trên.</Trans>
    </Alert>
  ) : null
