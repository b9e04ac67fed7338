import { reports } from '@chung-tay/contracts/report'
import { Trans } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { queryOf } from '../api/query.ts'
import { Completeness } from '../confirmations/completeness.tsx'
import { useCampaign } from '../session/session.ts'
import { Answer } from '../ui/record-query.tsx'
import { Annex } from './annex/annex.tsx'
import type { OpenFigure } from './figure-value.tsx'

const ComparisonChart = lazy(() => import('./comparison-chart.tsx'))

/** The annex: every number opens its records; beside it the year before. */
export const Figures = ({ signed, editable, onOpen }: { signed: boolean; editable: boolean; onOpen: OpenFigure }) => {
  const { id, year } = useCampaign()
  const query = useQuery(queryOf(reports.figures, { params: { campaignId: id } }))
  return (
    <>
      <Alert color="blue" mb="md" p="xs" className="no-print">
        {signed ? (
          <Trans>Đây là số liệu theo sổ sách lúc này. Báo cáo đã ký giữ số liệu lúc ký; xem thẻ Thay đổi sau khi ký.</Trans>
        ) : (
          <Trans>Số liệu tính từ sổ sách lúc này. Bấm vào một con số để mở danh sách bản ghi tạo nên nó.</Trans>
        )}
      </Alert>
      <Completeness />
      <Annex onOpen={onOpen} editable={editable} />
      <Answer query={query}>
        {({ groups, previousYear }) =>
          previousYear !== null && (
            <Suspense fallback={<Skeleton h={320} mb="lg" />}>
              <ComparisonChart figures={groups.flatMap(({ figures }) => figures)} year={year} previousYear={previousYear} />
            </Suspense>
          )
        }
      </Answer>
    </>
  )
}
