import type { Db } from '../agency.ts'
import type { SamplePeople } from './agency.ts'
import type { ActorOf } from './month.ts'

export const makeSampleMoney = async (_db: Db, _campaignId: string, _people: SamplePeople, _actor?: ActorOf): Promise<void> => {}
