import type { MovementKind } from '@chung-tay/db/client'

/** What moved stock, as it stands on paper. */
export const movementNames: Readonly<Record<MovementKind, string>> = {
  purchase: 'Mua vào',
  purchaseReversal: 'Hủy mua',
  donation: 'Nhận ủng hộ',
  donationReversal: 'Hủy nhận ủng hộ',
  handOut: 'Trao quà',
  returned: 'Nhập lại',
  loss: 'Hao hụt, hỏng',
  adjustment: 'Điều chỉnh theo kiểm kê',
  assembly: 'Đóng quà',
  disassembly: 'Tháo quà',
  opening: 'Tồn kho ban đầu',
  openingReversal: 'Hủy tồn kho ban đầu',
}
