import { useNavigate } from '@tanstack/react-router'
import { placeOf } from '../../ui/place.ts'
import type { ViewSearch } from './view-tabs.tsx'

/** The conditions of a picture in the address, and how to change them. */
export const useViewSearch = <Search extends ViewSearch>(route: { useSearch: () => Search }): [Search, (part: Partial<Search>) => void] => {
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<Search>) =>
    void navigate(placeOf({ to: '.', search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false }))
  return [search, change]
}
