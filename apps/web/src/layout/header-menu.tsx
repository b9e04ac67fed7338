import { type ComponentType, cloneElement, lazy, type ReactElement, Suspense, useState } from 'react'

export type OpenedMenuProps = { target: ReactElement<{ onClick?: () => void }> }

/**
 * A button whose menu is loaded when it is first wanted: floating menus are a tenth of the start page otherwise.
 * The menu that was loaded opens at once and keeps the button as its own.
 */
export const headerMenu = (load: () => Promise<ComponentType<OpenedMenuProps>>) => {
  const Opened = lazy(async () => ({ default: await load() }))
  return ({ button }: { button: OpenedMenuProps['target'] }) => {
    const [wanted, setWanted] = useState(false)
    if (!wanted) return cloneElement(button, { onClick: () => setWanted(true) })
    return (
      <Suspense fallback={button}>
        <Opened target={button} />
      </Suspense>
    )
  }
}
