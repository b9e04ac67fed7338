import { accounts, setup } from './accounts.ts'
import { audit } from './audit.ts'
import type { Contract } from './contract.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { notifications } from './notifications.ts'
import { tasks } from './tasks.ts'

/** Every endpoint of the API, for its description, the permission matrix and the check that each one is implemented. */
export const contracts: readonly Contract[] = [setup, accounts, audit, files, tasks, events, notifications].flatMap((group) =>
  Object.values<Contract>(group),
)
