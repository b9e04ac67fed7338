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

export type ListSearch = { q?: string | undefined; sort?: string | undefined; open?: string | undefined }
type QueryOf<C> = C extends { query: infer Query extends z.ZodObject } ? Omit<z.input<Query>, 'cursor' | 'limit' | 'q' | 'open'> : unknown
type FilterOf<C, Own extends string> = { [Key in Exclude<keyof QueryOf<C>, symbol | number>]?: Extract<QueryOf<C>[Key], string> | undefined } & {
  [Key in Own]?: string | undefined
}
export type ListSearchOf<C, Own extends string = never> = { q?: string | undefined; open?: string | undefined } & FilterOf<C, Own>

// An address typed by hand says ?account=111, which the router reads as a number.
const isPlain = (value: unknown): boolean => value !== '' && ['string', 'number', 'boolean'].includes(typeof value)

/**
 * `validateSearch` of a list page, by type alone: `listSearch<typeof tasks.list>()` with `import type { tasks }`.
 * It keeps q, sort, the contract's filters, `open` (the id of the record whose drawer is open, or `new`) and names of the page's own.
 * The contract itself would be part of the first load of every page; the page hands it to `useListSearch`, which drops wrong values.
 */
export const listSearch =
  <C, Own extends string = never>() =>
  (raw: ListSearchOf<C, Own>): ListSearchOf<C, Own> =>
    Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => (isPlain(value) ? [[name, String(value)]] : []))) as ListSearchOf<C, Own>

/** An old or mistyped address never breaks a page: what the list's contract would refuse is left out. */
const withoutWrong = <Search extends ListSearch>(search: Search, query: z.ZodObject | undefined): Search => {
  const shape: Readonly<Record<string, z.core.$ZodType>> = query?.shape ?? {}
  const kept = Object.entries(search).filter(([name, value]) => {
    const type = name === 'open' ? undefined : shape[name]
    return type === undefined || z.safeParse(type, value).success
  })
  return Object.fromEntries(kept) as Search
}

/**
 * The list state in the address and how to change it: `const [search, change] = useListSearch(employeesRoute, employees.list)`.
 * A filter replaces the entry in the browser's history; opening a record adds one, so that Back closes it.
 */
export const useListSearch = <Search extends ListSearch>(
  route: { useSearch: () => Search },
  list?: { query?: z.ZodObject },
): [Search, (part: Partial<Search>) => void] => {
  const search = withoutWrong(route.useSearch(), list?.query)
  const navigate = useNavigate()
  const change = (part: Partial<Search>) => {
    const opens = 'open' in part && part.open !== undefined
    void navigate(placeOf({ to: '.', search: (before) => ({ ...before, ...part }), replace: !opens, resetScroll: false }))
  }
  return [search, change]
}
