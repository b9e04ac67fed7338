import type { ConsentRecord } from '@chung-tay/contracts/children'
import { t } from '@lingui/core/macro'

type Purpose = ConsentRecord['purpose']

/** What a parent agrees to, in plain words. */
export const purposeMeanings = (): Record<Purpose, string> => ({
  gift: t`Công đoàn dùng họ tên, năm sinh của cháu và đơn vị của bố mẹ để lập danh sách quà, in danh sách ký nhận và trao quà.`,
  award: t`Công đoàn xem trường, lớp, thành tích của cháu; tên cháu và số tiền thưởng ghi trong quyết định khen thưởng.`,
  event: t`Đơn vị tổ chức dùng họ tên, tuổi của cháu để lập danh sách tham gia và phân công người phụ trách.`,
  publishName: t`Tên cháu có thể được nêu trong tin, bài trên website và các kênh khác của cơ quan.`,
  publishPhoto: t`Cháu có thể được chụp ảnh khi nhận quà, và ảnh có thể đăng cùng tin, bài của cơ quan.`,
})

/** What happens at once when the consent is withdrawn, and what stays. */
export const withdrawalMeanings = (): Record<Purpose, string> => ({
  gift: t`Cháu được đưa ngay ra khỏi các danh sách quà chưa trao. Quà đã nhận vẫn còn trong sổ.`,
  award: t`Đề nghị khen thưởng chưa có quyết định được trả lại ngay. Quyết định đã ký không thay đổi.`,
  event: t`Từ hôm nay cháu không được đưa vào danh sách tham gia nữa.`,
  publishName: t`Bài chưa đăng thì không được nêu tên cháu nữa; bài đã đăng được báo ngay cho bộ phận truyền thông để gỡ.`,
  publishPhoto: t`Ảnh trao quà có cháu không hiện cho ai nữa; tin, bài có ảnh cháu được báo ngay cho bộ phận truyền thông để gỡ.`,
})
