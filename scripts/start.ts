import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { prepare, root } from './prepare.ts'

prepare('client', 'web')
// Later starts take the modules as they were compiled, without their types.
enableCompileCache(join(root, 'node_modules/.cache/node'))
await import('../apps/api/src/main.ts')
