import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCampaigns, useCurrentCampaign } from '../session/session.ts'

/** Shows the year on the screen and goes to the same page of another year. */
export const CampaignSwitcher = () => {
  const { t } = useLingui()
  const campaigns = useCampaigns()
  const current = useCurrentCampaign()
  const navigate = useNavigate()
  const { year: ofPage } = useParams({ strict: false })
  if (!current) return null
  const go = (year: number) =>
    void (ofPage === undefined
      ? navigate({ to: '/', search: { year } })
      : navigate({ to: '.', params: (before: object) => ({ ...before, year }), search: {} }))
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          px="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t`Năm ${String(current.year)}, đổi năm`}
        >
          {current.year}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Tháng hành động năm</Trans>
        </Menu.Label>
        {campaigns.map(({ id, year }) => (
          <Menu.Item key={id} onClick={() => go(year)} rightSection={year === current.year && <IconCheck size={14} aria-hidden />}>
            {year}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
