import { useLingui } from '@lingui/react/macro'
import { NativeSelect } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCampaigns, useCurrentCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'

/** Shows the year on the screen and goes to the same page of another year. */
export const CampaignSwitcher = () => {
  const { t } = useLingui()
  const campaigns = useCampaigns()
  const current = useCurrentCampaign()
  const navigate = useNavigate()
  const { year: ofPage } = useParams({ strict: false })
  if (!current) return null
  const go = (year: number) =>
    void navigate(placeOf(ofPage === undefined ? { to: '/', search: { year } } : { to: '.', params: { year }, search: {} }))
  return (
    <NativeSelect
      aria-label={t`Năm của Tháng hành động`}
      data={campaigns.map(({ year }) => String(year))}
      value={String(current.year)}
      onChange={(event) => go(Number(event.currentTarget.value))}
      w={88}
    />
  )
}
