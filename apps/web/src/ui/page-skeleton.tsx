import { useLingui } from '@lingui/react/macro'
import { Skeleton, Stack } from '@mantine/core'

/** The shape of a page while it loads. */
export const PageSkeleton = () => {
  const { t } = useLingui()
  return (
    <Stack gap="md" aria-busy="true" aria-label={t`Đang tải`} role="status">
      <Skeleton h={30} w="45%" />
      <Skeleton h={16} w="70%" />
      <Skeleton h={180} />
      <Skeleton h={120} />
    </Stack>
  )
}
