import type { Erasure } from '@chung-tay/contracts/data-requests'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, List, Stack, Text } from '@mantine/core'

const Lines = ({ title, lines }: { title: string; lines: readonly (string | false)[] }) => (
  <section>
    <Text size="sm" fw={600}>
      {title}
    </Text>
    <List size="sm" spacing={2} withPadding>
      {lines.flatMap((line) => (line ? [<List.Item key={line}>{line}</List.Item>] : []))}
    </List>
  </section>
)

/** What an erasure takes away, what is kept and why: the same words before it and in the answer to the parent. */
export const ErasureFacts = ({ erasure: { erased, kept, shared }, done = false }: { erasure: Erasure; done?: boolean }) => {
  const { t } = useLingui()
  const decisions = kept.decisions.join(', ')
  const reports = kept.reports.join(', ')
  return (
    <Stack gap="sm">
      <Lines
        title={done ? t`Đã xóa` : t`Sẽ xóa`}
        lines={[
          t`Họ tên, ngày sinh, trường, lớp, hoàn cảnh, kể cả trong lịch sử sửa đổi và tìm kiếm`,
          erased.guardians > 0 && t`Quan hệ với ${erased.guardians} người giám hộ`,
          erased.files > 0 && t`${erased.files} tệp: minh chứng, ảnh, giấy đồng ý`,
          erased.nominations > 0 && t`${erased.nominations} đề nghị khen thưởng chưa có quyết định`,
          erased.giftLines > 0 && t`${erased.giftLines} dòng trong danh sách quà chưa duyệt`,
          kept.publications > 0 && t`Tên, ảnh cháu trong ${kept.publications} tin, bài đã đăng: bộ phận truyền thông được báo để gỡ`,
          erased.notifications > 0 && t`${erased.notifications} thông báo có nhắc đến cháu`,
        ]}
      />
      <Lines
        title={done ? t`Còn giữ, không kèm tên` : t`Còn giữ, không kèm tên (ghi “Đã xóa theo yêu cầu”)`}
        lines={[
          kept.handOuts > 0 && t`${kept.handOuts} lần nhận quà: danh sách ký nhận là chứng từ của quỹ và kho`,
          kept.awards > 0 && t`${kept.awards} khoản khen thưởng đã quyết định: số tiền là chứng từ chi`,
          kept.consents > 0 && t`${kept.consents} lần đồng ý, rút đồng ý: mục đích và ngày, làm bằng chứng`,
          t`Số tổng hợp theo giới tính, độ tuổi và đơn vị của các báo cáo`,
        ]}
      />
      {(decisions !== '' || reports !== '') && (
        <Lines
          title={t`Giữ nguyên trong hồ sơ lưu trữ`}
          lines={[
            decisions !== '' &&
              t`Bản ký trên giấy của quyết định khen thưởng số ${decisions}: văn bản đã ban hành phải lưu đến hết thời hạn bảo quản`,
            reports !== '' && t`Báo cáo đã ký số ${reports} có nhắc tên cháu: sửa là mất giá trị của bản đã ký, nên giữ đến hết thời hạn bảo quản`,
          ]}
        />
      )}
      {shared && (
        <Alert color="stamen" title={t`Tên trùng với người khác hoặc quá ngắn`}>
          <Trans>
            Chỉ xóa được ở những nơi chắc chắn là của cháu. Nếu tên cháu còn trong lời văn của tin, bài, sự kiện, ghi chú thì cần tìm và sửa bằng tay.
          </Trans>
        </Alert>
      )}
    </Stack>
  )
}
