import type { Db } from './agency.ts'

/** The sample lives in June 2021. */
export const sampleDay = '2021-06-20'

export const buildSample = async (_db: Db, _options: { passwordHash?: string }): Promise<void> => {}
