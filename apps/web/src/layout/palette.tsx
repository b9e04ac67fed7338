import '@mantine/spotlight/styles.css'
import { useLingui } from '@lingui/react/macro'
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch, IconShieldLock } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCurrentCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { matches } from '../ui/search.ts'
import { useNavigation } from './navigation.ts'

const [store, palette] = createSpotlight()

/** Every page of this person by its name, typed without marks. `wanted` counts how often it was asked for. */
const Palette = ({ wanted }: { wanted: number }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const groups = useNavigation()
  const year = useCurrentCampaign()?.year
  useEffect(() => {
    if (wanted > 0) palette.open()
  }, [wanted])

  const actions: SpotlightActionGroupData[] = groups.map((group) => ({
    group: group.label,
    actions: group.items.map(({ to, label, icon: Icon }) => ({
      id: to,
      label,
      leftSection: <Icon size={20} stroke={1.6} />,
      onClick: () => void navigate(placeOf({ to, ...(year !== undefined && { params: { year } }) })),
    })),
  }))
  const own = {
    group: t`Của tôi`,
    actions: [
      {
        id: 'security',
        label: t`Bảo mật tài khoản`,
        leftSection: <IconShieldLock size={20} stroke={1.6} />,
        onClick: () => void navigate({ to: '/settings/security' }),
      },
    ],
  }
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={[...actions, own]}
      filter={(query, all) =>
        all
          .map((entry) => ('actions' in entry ? { ...entry, actions: entry.actions.filter(({ label }) => matches(label ?? '', query)) } : entry))
          .filter((entry) => !('actions' in entry) || entry.actions.length > 0)
      }
      nothingFound={t`Không có trang nào khớp`}
      searchProps={{ leftSection: <IconSearch size={20} />, placeholder: t`Đi tới trang…`, 'aria-label': t`Đi tới trang` }}
    />
  )
}

export default Palette
