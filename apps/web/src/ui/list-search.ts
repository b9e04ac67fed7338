import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { placeOf } from './place.ts'

type SearchOf<Shape extends z.ZodRawShape> = { [Key in keyof Shape]?: z.output<Shape[Key]> | undefined }

/** Typed search params out of the address. What is missing, empty or wrong falls away, so an old link never breaks a page. */
export const searchParams =
  <Shape extends z.ZodRawShape>(shape: Shape) =>
  (raw: SearchOf<Shape>): SearchOf<Shape> => {
    const kept = Object.entries(shape).flatMap(([name, type]) => {
      const value = (raw as Record<string, unknown>)[name]
      const parsed = z.safeParse(type, value)
      return value !== '' && value !== undefined && parsed.success ? [[name, parsed.data]] : []
    })
    return Object.fromEntries(kept) as SearchOf<Shape>
  }

/** What every list keeps in the address; `open` is the id of the record whose drawer is open, or `new`. */
export const listShape = { q: z.string(), sort: z.string(), open: z.string() }
export type ListSearch = { q?: string | undefined; sort?: string | undefined; open?: string | undefined }

/** `validateSearch` of a list page: q, sort, open and the list's own filters, as strings: `listSearch({ unitId: z.uuid(), active: z.enum(['true', 'false']) })`. */
export const listSearch = <Shape extends z.ZodRawShape>(filters: Shape) =>
  searchParams({ ...listShape, ...filters } as Omit<typeof listShape, keyof Shape> & Shape)

/**
 * The list state in the address and how to change it: `const [search, change] = useListSearch(employeesRoute)`.
 * A filter replaces the entry in the browser's history; opening a record adds one, so that Back closes it.
 */
export const useListSearch = <Search extends ListSearch>(route: { useSearch: () => Search }): [Search, (part: Partial<Search>) => void] => {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<Search>) => {
    const opens = 'open' in part && part.open !== undefined
    void navigate(placeOf({ to: '.', search: (before) => ({ ...before, ...part }), replace: !opens, resetScroll: false }))
  }
  return [search, change]
}
