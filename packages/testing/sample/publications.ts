import type { Channel, PublicationKind, PublicationStatus } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../agency.ts'
import { makePublication } from '../publications.ts'
import type { SamplePeople } from './agency.ts'
import { at } from './month.ts'

type SamplePublication = {
  kind: PublicationKind
  channel: Channel
  title: string
  content?: string
  plannedOn: string
  publishedOn?: string
  url?: string
}

const site = 'https://skhcn.example.vn/thang-hanh-dong-vi-tre-em'

/** Published, planned, and one that is overdue on 20/6/2021. */
const publications: readonly SamplePublication[] = [
  {
    kind: 'news',
    channel: 'website',
    title: 'Sở Khoa học và Công nghệ ban hành Kế hoạch Tháng hành động vì trẻ em năm 2021',
    plannedOn: '2021-05-25',
    publishedOn: '2021-05-25',
    url: `${site}/ke-hoach-2021`,
  },
  {
    kind: 'slogan',
    channel: 'noticeBoard',
    title: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
    plannedOn: '2021-05-31',
    publishedOn: '2021-05-31',
  },
  {
    kind: 'slogan',
    channel: 'website',
    title: 'Tháng hành động vì trẻ em là trách nhiệm của toàn xã hội',
    plannedOn: '2021-06-01',
    publishedOn: '2021-06-01',
    url: `${site}/khau-hieu`,
  },
  {
    kind: 'slogan',
    channel: 'website',
    title: 'Hãy gọi Tổng đài điện thoại quốc gia bảo vệ trẻ em 111 khi phát hiện trẻ em bị xâm hại',
    plannedOn: '2021-06-01',
    publishedOn: '2021-06-01',
    url: `${site}/khau-hieu`,
  },
  {
    kind: 'message',
    channel: 'zalo',
    title: '5K để bảo vệ trẻ em trước dịch Covid-19',
    plannedOn: '2021-06-02',
    publishedOn: '2021-06-02',
    url: `${site}/thong-diep-5k`,
  },
  {
    kind: 'news',
    channel: 'website',
    title: 'Trao quà Tết thiếu nhi 1-6 cho con em CBCCVCNLĐ',
    plannedOn: '2021-06-02',
    publishedOn: '2021-06-03',
    url: `${site}/trao-qua-1-6`,
  },
  {
    kind: 'article',
    channel: 'website',
    title: 'Luật Trẻ em 2016: 25 quyền và 5 bổn phận của trẻ em',
    plannedOn: '2021-06-08',
    publishedOn: '2021-06-08',
    url: `${site}/luat-tre-em`,
  },
  {
    kind: 'article',
    channel: 'website',
    title: 'Kỹ năng phòng, chống đuối nước cho trẻ em trong dịp hè',
    plannedOn: '2021-06-14',
    publishedOn: '2021-06-15',
    url: `${site}/phong-chong-duoi-nuoc`,
  },
  { kind: 'article', channel: 'website', title: 'Bảo vệ trẻ em trên môi trường mạng', plannedOn: '2021-06-18' },
  { kind: 'news', channel: 'website', title: 'Tuyên dương học sinh đạt thành tích cao năm học 2020-2021', plannedOn: '2021-06-29' },
]

export const makeSamplePublications = async (db: Db, campaignId: string, people: SamplePeople): Promise<void> => {
  for (const { plannedOn, publishedOn, ...publication } of publications) {
    const status: PublicationStatus = publishedOn === undefined ? 'planned' : 'published'
    await makePublication(db, {
      ...publication,
      campaignId,
      unitId: people.unit('application'),
      status,
      plannedOn: toDbDate(plannedOn),
      publishedOn: publishedOn === undefined ? null : toDbDate(publishedOn),
      createdAt: at('2021-05-24'),
    })
  }
}
