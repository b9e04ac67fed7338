import { Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Place, placeOf } from './place.ts'
import { PlaceAnchor } from './place-anchor.tsx'

/** Above a record's page: back to where it is listed. */
export const BackLink = ({ place, children }: { place: Place; children: ReactNode }) => (
  <Group mb="xs" className="no-print">
    <PlaceAnchor link={placeOf(place)}>
      <Group gap={4} component="span" fz="sm">
        <IconArrowLeft size={16} aria-hidden />
        {children}
      </Group>
    </PlaceAnchor>
  </Group>
)
