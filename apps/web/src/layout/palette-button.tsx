import { useLingui } from '@lingui/react/macro'
import { ActionIcon } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'

const Palette = lazy(() => import('./palette.tsx'))

/** The search for everything, by the button or ⌘K / Ctrl-K; its code is loaded when it is first asked for. */
export const PaletteButton = () => {
  const { t } = useLingui()
  const [wanted, setWanted] = useState(0)
  const open = () => setWanted((times) => times + 1)
  // An empty list of tags: the keys work inside fields as well.
  useHotkeys([['mod+K', open]], [])
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Tìm trang`}
        title={t`Tìm trang (Ctrl K)`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      {wanted > 0 && (
        <Suspense fallback={null}>
          <Palette wanted={wanted} />
        </Suspense>
      )}
    </>
  )
}
