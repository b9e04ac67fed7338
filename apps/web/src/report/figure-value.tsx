import type { FigureRecord } from '@chung-tay/contracts/report'
import { useLingui } from '@lingui/react/macro'
import { Anchor } from '@mantine/core'
import { fullLabel, lineLabel, valueText } from './report-labels.ts'

/** `row` is the line of the annex, whose filter narrows the records. */
export type OpenFigure = (line: Pick<FigureRecord, 'key' | 'breakdown'> & { row?: string | null }) => void

/** A number as the way to its records. */
export const FigureValue = ({
  line,
  name,
  value,
  onOpen,
}: {
  /** What the line is called where it does not bear its indicator's name. */
  name?: string
  line: Pick<FigureRecord, 'key' | 'breakdown' | 'label'> & { row?: string | null }
  value: number
  onOpen: OpenFigure
}) => {
  const { t } = useLingui()
  const text = valueText(line.key, value)
  const own = name === undefined || line.breakdown === null ? name : `${name}: ${lineLabel(line)}`
  const called = own ?? fullLabel(line)
  if (value === 0) return <span className="figures">{text}</span>
  return (
    <Anchor
      component="button"
      type="button"
      className="figures"
      fz="sm"
      onClick={() => onOpen(line)}
      aria-label={t`${called}: ${text}, mở danh sách`}
    >
      {text}
    </Anchor>
  )
}
