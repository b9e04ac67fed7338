import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.ts'

// The API restarts when its source changes; the client is served hot by Vite, which passes /api on.
prepare('client')
const children = [
  spawn('node', ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], { cwd: root, stdio: 'inherit' }),
  spawn(join(root, 'apps/web/node_modules/.bin/vite'), { cwd: join(root, 'apps/web'), stdio: 'inherit' }),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
