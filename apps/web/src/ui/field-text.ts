import { formatDay } from '@chung-tay/domain/dates'
import { plural, t } from '@lingui/core/macro'
import { formatCount } from './format.ts'

/** A failed check of one field: zod's issue in the client, an entry of `fields` from the server. */
type Issue = { code?: string | undefined } & Readonly<Record<string, unknown>>

const isEmpty = (issue: Issue): boolean => 'input' in issue && (issue.input === undefined || issue.input === null || issue.input === '')
const required = () => t`Mục này không được để trống.`
const wrong = () => t`Giá trị chưa hợp lệ.`

const tooSmall = ({ origin, minimum }: Issue): string => {
  const bound = Number(minimum)
  if (origin === 'string') return bound <= 1 ? required() : plural(bound, { other: 'Cần ít nhất # ký tự.' })
  if (origin === 'array' || origin === 'set') return bound <= 1 ? t`Cần chọn ít nhất một mục.` : plural(bound, { other: 'Cần ít nhất # mục.' })
  return t`Phải từ ${formatCount(bound)} trở lên.`
}

const tooBig = ({ origin, maximum }: Issue): string => {
  const bound = Number(maximum)
  if (origin === 'string') return plural(bound, { other: 'Nhiều nhất # ký tự.' })
  if (origin === 'array' || origin === 'set') return plural(bound, { other: 'Nhiều nhất # mục.' })
  return t`Không được quá ${formatCount(bound)}.`
}

const formats: Readonly<Record<string, () => string>> = {
  email: () => t`Địa chỉ thư điện tử chưa đúng.`,
  url: () => t`Đường dẫn phải bắt đầu bằng http:// hoặc https://.`,
  date: () => t`Ngày chưa đúng. Nhập dạng ngày/tháng/năm, ví dụ 05/06/2021.`,
  datetime: () => t`Thời điểm chưa đúng.`,
  uuid: () => t`Hãy chọn một mục trong danh sách.`,
}

const texts: Readonly<Record<string, (issue: Issue) => string>> = {
  required,
  invalid_type: ({ expected }) => (expected === 'number' || expected === 'int' ? t`Hãy nhập một số.` : required()),
  too_small: tooSmall,
  too_big: tooBig,
  invalid_format: ({ format }) => formats[String(format)]?.() ?? t`Chưa đúng dạng quy định.`,
  invalid_value: () => t`Hãy chọn một mục trong danh sách.`,
  not_multiple_of: ({ divisor }) => t`Phải là bội số của ${formatCount(Number(divisor))}.`,
  day_out_of_range: () => t`Năm phải từ 1900 đến 2199.`,
  duplicate: () => t`Giá trị này đã có rồi.`,
  other_name: () => t`Chưa khớp với tên trong hồ sơ.`,
  unknown_clause: () => t`Trong kế hoạch không có nội dung nào ở mục này.`,
  end_before_start: () => t`Ngày kết thúc phải từ ngày bắt đầu trở đi.`,
  report_before_end: () => t`Hạn báo cáo phải sau ngày kết thúc.`,
  not_before: ({ minimum }) => (typeof minimum === 'string' ? t`Không được trước ngày ${formatDay(minimum)}.` : wrong()),
  value_out_of_range: () => t`Tổng trị giá phải từ 1 đồng đến 1.000 tỷ đồng.`,
  age_band_empty: () => t`Phải nhỏ hơn tuổi trên.`,
  in_the_future: () => t`Không được là ngày trong tương lai.`,
}

/** What is wrong with one field, as a sentence. A code without a sentence of its own gets the general one; add new ones above. */
export const fieldText = (issue: Issue): string => {
  if (isEmpty(issue)) return required()
  const { params } = issue as { params?: { code?: string } }
  return texts[params?.code ?? issue.code ?? '']?.(issue) ?? wrong()
}
