import { useLingui } from '@lingui/react/macro'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCurrentCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import classes from './app-layout.module.css'
import { useNavigation } from './navigation.ts'

/** The menu at the left: groups of pages that this person may read. */
export const NavigationMenu = () => {
  const { t } = useLingui()
  const groups = useNavigation()
  const year = useCurrentCampaign()?.year
  const menu = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // The menu is longer than many screens: the page one is on must be seen in it.
  useEffect(() => {
    const frame = menu.current?.parentElement
    const open = menu.current?.querySelector('[data-status="active"]')
    if (!frame || !open) return
    const [outer, inner] = [frame.getBoundingClientRect(), open.getBoundingClientRect()]
    // Not by scrollIntoView: Tab would then go on from there, past the link that leads to the content.
    if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - outer.height / 2
  }, [path])
  return (
    <nav ref={menu} aria-label={t`Trình đơn chính`}>
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <div className={classes.group} aria-hidden>
            {group.label}
          </div>
          {group.items.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              {...placeOf({ to, ...(year !== undefined && { params: { year } }), ...(to === '/' && year !== undefined && { search: { year } }) })}
              className={classes.item ?? ''}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon size={19} stroke={1.6} aria-hidden />
              {label}
            </Link>
          ))}
        </section>
      ))}
    </nav>
  )
}
