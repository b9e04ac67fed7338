import { Anchor } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A text link into the app: `<PlaceAnchor link={{ to: '/$year/tasks', params: { year } }}>…</PlaceAnchor>`. */
export const PlaceAnchor = ({ link, className, children }: { link: LinkProps; className?: string; children: ReactNode }) => (
  <Anchor inherit renderRoot={(root) => <Link {...root} {...link} />} {...(className !== undefined && { className })}>
    {children}
  </Anchor>
)
