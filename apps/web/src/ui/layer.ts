import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef, useState } from 'react'

/** An open dialog. `openers`: what had the focus before, the nearest first. */
type Layer = { openers: readonly HTMLElement[]; close: () => void }

/** The one on top last. */
const layers: Layer[] = []

const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null

// A dialog opened out of another one falls back on what opened that one.
const openersNow = (): readonly HTMLElement[] => {
  const opener = focused()
  return [...(opener ? [opener] : []), ...(layers.at(-1)?.openers ?? [])]
}

const dialogs = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"]')]

const giveBack = (openers: readonly HTMLElement[]): void => {
  if (focused()) return
  const top = layers.length > 0 ? dialogs().at(-1) : undefined
  const places = [...openers.filter((opener) => !top || top.contains(opener)), top ?? document.getElementById('main')]
  for (const place of places) {
    place?.focus({ preventScroll: true })
    if (focused()) return
  }
}

// One press closes one dialog: the kit's own listeners would close all of them at once.
window.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return
    const inner = event.target.getAttribute('data-mantine-stop-propagation') === 'true' || event.target.closest('.mantine-Spotlight-root') !== null
    if (!inner) layers.at(-1)?.close()
  },
  { capture: true },
)

/**
 * For a dialog that is rendered only while it is open: Escape closes the one on top,
 * and the focus goes back to what opened it. Spread the result into the kit's dialog.
 */
export const useLayer = (onClose: () => void) => {
  const [openers] = useState(openersNow)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const layer: Layer = { openers, close: () => close.current() }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      // The element that had the focus leaves the page only after this.
      window.setTimeout(() => giveBack(openers))
    }
  }, [openers])
  return { closeOnEscape: false, returnFocus: false } as const
}

/** Ctrl+Enter (⌘+Enter) sends the form from any of its fields; Enter alone makes a new line in a long text. */
export const sendByKeys = (event: ReactKeyboardEvent<HTMLFormElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  if (!event.currentTarget.contains(event.target as Node)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
