import type { FindingRecord } from '@chung-tay/contracts/plan-versions'
import type { FindingCode } from '@chung-tay/domain/documents/findings'
import { t } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileCheck } from '@tabler/icons-react'

/** What to put right, in the words of somebody who corrects papers. */
const words = (): Record<FindingCode, string> => ({
  'agency-missing': t`Thiếu tên cơ quan ban hành.`,
  'symbol-missing': t`Thiếu ký hiệu của cơ quan trong số, ký hiệu văn bản.`,
  'symbol-other-kind': t`Ký hiệu không đúng loại văn bản.`,
  'subject-missing': t`Thiếu trích yếu nội dung.`,
  'place-missing': t`Thiếu địa danh.`,
  'date-missing': t`Thiếu thời gian ban hành.`,
  'addressee-missing': t`Thiếu nơi kính gửi.`,
  'issuer-missing': t`Thiếu thẩm quyền ban hành trên phần căn cứ.`,
  'legal-basis-missing': t`Quyết định phải có căn cứ ban hành.`,
  'text-missing': t`Văn bản chưa có nội dung.`,
  'closing-missing': t`Câu cuối chưa kết thúc được bằng dấu “./.”.`,
  'closing-misplaced': t`Dấu “./.” chỉ đặt ở cuối văn bản.`,
  'section-empty': t`Mục này chưa có nội dung.`,
  'heading-skips-level': t`Đề mục nhảy cấp.`,
  'day-unpadded': t`Ngày dưới 10 và tháng 1, 2 phải thêm số 0 ở trước.`,
  'annex-unreferenced': t`Phụ lục chưa được nhắc đến trong văn bản.`,
  'annex-absent': t`Văn bản nhắc đến phụ lục không có kèm theo.`,
  'table-uneven': t`Bảng có dòng thiếu hoặc thừa ô.`,
  'table-too-wide': t`Bảng quá rộng so với khổ giấy.`,
  'recipients-missing': t`Thiếu nơi nhận.`,
  'filing-missing': t`Thiếu dòng lưu.`,
  'filing-without-records-desk': t`Dòng lưu chưa có văn thư (VT).`,
  'signer-title-missing': t`Thiếu chức vụ người ký.`,
  'signer-name-missing': t`Thiếu họ tên người ký.`,
  'signer-academic-title': t`Trước họ tên người ký không ghi học hàm, học vị.`,
  'signed-for-nobody': t`Ký thay, ký thừa lệnh phải ghi chức vụ của người đứng đầu.`,
  'signed-for-without-authority': t`Thiếu hình thức ký (KT., TL., TUQ.).`,
  'secretary-missing': t`Biên bản thiếu thư ký.`,
})

const Finding = ({ finding: { code, text } }: { finding: FindingRecord }) => (
  <>
    {words()[code]}
    {text && (
      <Text span c="dimmed" size="sm">
        {' '}
        “{text.length > 120 ? `${text.slice(0, 119)}…` : text}”
      </Text>
    )}
  </>
)

/** What the paper lacks by Nghị định 30/2020/NĐ-CP; a green line when nothing. */
export const Findings = ({ items }: { items: readonly FindingRecord[] }) => {
  const { t: told } = useLingui()
  const errors = items.filter(({ severity }) => severity === 'error').length
  if (items.length === 0) {
    return (
      <Alert color="leaf" role="note" p="xs" icon={<IconFileCheck aria-hidden />} className="no-print">
        <Trans>Thể thức đúng Nghị định 30/2020/NĐ-CP.</Trans>
      </Alert>
    )
  }
  return (
    <Alert
      color={errors > 0 ? 'red' : 'stamen'}
      icon={<IconAlertTriangle aria-hidden />}
      title={errors > 0 ? told`Thể thức văn bản cần sửa` : told`Thể thức văn bản nên xem lại`}
      className="no-print"
    >
      <List size="sm" spacing={4}>
        {items.map((finding) => (
          <List.Item key={`${finding.where} ${finding.code} ${finding.text ?? ''}`}>
            <Finding finding={finding} />
          </List.Item>
        ))}
      </List>
      {errors > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          <Plural value={errors} other="# điểm trái với thể thức; nên sửa trước khi ký." />
        </Text>
      )}
    </Alert>
  )
}
