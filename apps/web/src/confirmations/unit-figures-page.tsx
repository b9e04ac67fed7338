import { confirmations } from '@chung-tay/contracts/confirmations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowLeft, IconClipboardData } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { placeOf } from '../ui/place.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { unitFiguresRoute } from './routes.ts'
import { UnitDetail } from './unit-detail.tsx'
import { UnitsTable } from './units-table.tsx'

/** Who confirmed and who did not; a head with one unit comes straight to its figures. */
export const UnitFiguresPage = () => {
  const { t } = useLingui()
  const { id, year } = useCampaign()
  const { unit, figure } = unitFiguresRoute.useSearch()
  const navigate = useNavigate()
  const show = (search: { unit?: string | undefined; figure?: string | undefined }) =>
    void navigate(placeOf({ to: '/$year/unit-figures', params: { year }, search, resetScroll: false }))
  const query = useQuery(queryOf(confirmations.list, { params: { campaignId: id } }))
  return (
    <Answer query={query}>
      {({ items }) => {
        const only = items.length === 1 ? items[0]?.unitId : undefined
        const shown = unit ?? only
        if (shown !== undefined)
          return (
            <>
              {items.length > 1 && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  mb="xs"
                  className="no-print"
                  leftSection={<IconArrowLeft size={14} aria-hidden />}
                  onClick={() => show({})}
                >{t`Tất cả đơn vị`}</Button>
              )}
              <UnitDetail key={shown} unitId={shown} figure={figure} onFigure={(next) => show({ unit: shown, figure: next })} />
            </>
          )
        return (
          <>
            <PageTitle
              title={t`Số liệu đơn vị năm ${String(year)}`}
              description={<Trans>Từng đơn vị xác nhận số liệu của mình đã đầy đủ; Văn phòng khóa số liệu trước khi tổng hợp báo cáo.</Trans>}
            />
            {items.length === 0 ? (
              <EmptyState icon={IconClipboardData} title={t`Chưa có đơn vị nào`} hint={t`Đơn vị có trong danh mục sẽ xuất hiện ở đây.`} />
            ) : (
              <UnitsTable items={items} onOpen={(item) => show({ unit: item.unitId })} />
            )}
          </>
        )
      }}
    </Answer>
  )
}
