import { contracts } from '@chung-tay/contracts/all'
import { openApiOf } from './http/openapi.ts'

/** The text of `openapi.json` as it is committed. */
export const describeApi = async (): Promise<string> => `${JSON.stringify(openApiOf(contracts), null, 2)}\n`
