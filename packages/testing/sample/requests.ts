import { answerDue, fulfilDue } from '@chung-tay/domain/children/requests'
import { toDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../agency.ts'
import type { SamplePeople } from './agency.ts'
import { type ActorOf, at } from './month.ts'

type SampleRequest = {
  child: string
  kind: 'copy' | 'correction'
  by: string
  text: string
  receivedOn: string
  answer?: { text: string; on: string }
  outcome?: { text: string; on: string }
}

/** On 20/6/2021 one waits for its answer, due in two days, one is accepted and one is done. */
const requests: readonly SampleRequest[] = [
  {
    ...{ child: 'Phạm Trần Bảo Anh', kind: 'correction', by: 'congdoan', receivedOn: '2021-06-02' },
    text: 'Ngày sinh trong danh sách nhận quà in năm 2012, đúng là năm 2011.',
    answer: { text: 'Sẽ đối chiếu giấy khai sinh và sửa.', on: '2021-06-03' },
    outcome: { text: 'Đã đối chiếu giấy khai sinh và sửa năm sinh trong hồ sơ.', on: '2021-06-07' },
  },
  {
    ...{ child: 'Bùi Ngọc Mai', kind: 'copy', by: 'truongphong', text: '', receivedOn: '2021-06-14' },
    answer: { text: 'Bản in được gửi tại Văn phòng.', on: '2021-06-15' },
  },
  { child: 'Phạm Nguyễn Tuệ Nhi', kind: 'copy', by: 'canbo', text: 'Xin một bản giấy để lưu ở nhà.', receivedOn: '2021-06-18' },
]

export const makeSampleRequests = async (db: Db, people: SamplePeople, actor: ActorOf): Promise<void> => {
  for (const { child, kind, by, text, receivedOn, answer, outcome } of requests) {
    await db.dataRequest.create({
      data: {
        ...{ childId: people.child(child).id, kind, text, requestedById: actor(by), createdAt: at(receivedOn) },
        receivedOn: toDbDate(receivedOn),
        answerDueOn: toDbDate(answerDue(receivedOn)),
        fulfilDueOn: toDbDate(fulfilDue(receivedOn)),
        status: outcome ? 'fulfilled' : answer ? 'accepted' : 'received',
        ...(answer && { answer: answer.text, answeredById: actor('vanphong'), answeredAt: at(answer.on) }),
        ...(outcome && { outcome: outcome.text, fulfilledById: actor('vanphong'), fulfilledAt: at(outcome.on) }),
      },
    })
  }
}
