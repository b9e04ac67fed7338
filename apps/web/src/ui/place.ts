import type { LinkProps } from '@tanstack/react-router'

/** A place in the app made of data (a menu entry, a figure, a notification) and not of a path the compiler can see. */
export type Place = {
  to: string
  params?: Record<string, unknown>
  search?: object | ((before: object) => object)
  replace?: boolean
  resetScroll?: boolean
}

export const placeOf = (place: Place): LinkProps => place as unknown as LinkProps
