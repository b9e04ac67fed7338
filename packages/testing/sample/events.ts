import type { EventKind, EventStatus } from '@chung-tay/db/client'

type SampleEvent = {
  unit: string
  kind: EventKind
  name: string
  place: string
  heldOn: string
  status: EventStatus
  participants?: number
  childrenReached?: number
  cost: number
  summary?: string
}

export const events: readonly SampleEvent[] = [
  {
    unit: 'union',
    kind: 'ceremony',
    name: 'Trao quà Tết thiếu nhi 1-6 tại các phòng, đơn vị',
    place: 'Trụ sở cơ quan Sở',
    heldOn: '2021-06-01',
    status: 'held',
    participants: 52,
    childrenReached: 34,
    cost: 1_500_000,
    summary: 'Trao quà theo từng phòng, giãn cách, bảo đảm quy định phòng, chống dịch Covid-19.',
  },
  {
    unit: 'technology',
    kind: 'movement',
    name: 'Nói chuyện kỹ năng phòng, chống đuối nước và phòng dịch',
    place: 'Hội trường tầng 3',
    heldOn: '2021-06-12',
    status: 'held',
    participants: 18,
    childrenReached: 12,
    cost: 600_000,
    summary: 'Mời giáo viên Trường THCS Trần Phú hướng dẫn; trẻ em tham gia tích cực.',
  },
  {
    unit: 'union',
    kind: 'culture',
    name: 'Thi vẽ tranh “Em yêu khoa học” trực tuyến',
    place: 'Trực tuyến',
    heldOn: '2021-06-19',
    status: 'held',
    participants: 27,
    childrenReached: 27,
    cost: 2_000_000,
    summary: 'Nhận 27 bức tranh, trao 05 giải.',
  },
  {
    unit: 'application',
    kind: 'entertainment',
    name: 'Ngày hội trải nghiệm rô-bốt cho thiếu nhi',
    place: 'Trung tâm Ứng dụng KH&CN',
    heldOn: '2021-06-26',
    status: 'planned',
    cost: 0,
  },
  {
    unit: 'union',
    kind: 'outing',
    name: 'Tham quan di tích Xương Giang',
    place: 'Thành Xương Giang, thành phố Bắc Giang',
    heldOn: '2021-06-28',
    status: 'planned',
    cost: 0,
  },
]
