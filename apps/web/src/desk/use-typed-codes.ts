import { readGiftCode } from '@chung-tay/domain/gifts/code'
import { useEffect } from 'react'

/** Scanners may end with two line ends: nobody's finger is as quick. */
const echo = 300

/**
 * A scanner at the USB port types the code and Enter wherever the focus is, even on the button that gives: its Enter must open the family
 * it has read and never confirm the one that is open.
 */
export const useTypedCodes = (onCode: (code: string) => void): void => {
  useEffect(() => {
    let digits = ''
    let last = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key !== 'Enter') {
        if (event.key !== 'Shift') digits = /^\d$/.test(event.key) ? digits + event.key : ''
        return
      }
      const code = readGiftCode(digits)
      digits = ''
      if (code === null && performance.now() - last > echo) return
      event.preventDefault()
      event.stopImmediatePropagation()
      last = code === null ? Number.NEGATIVE_INFINITY : performance.now()
      if (code === null) return
      onCode(code)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [onCode])
}
