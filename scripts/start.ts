import { prepare } from './prepare.ts'

prepare('client', 'web')
await import('../apps/api/src/main.ts')
