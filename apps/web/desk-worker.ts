import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const worker = (files: readonly string[], version: string) => `// Keeps the hand-out desk's page on the device: see apps/web/desk-worker.ts.
const kept = 'desk-${version}'
const files = ${JSON.stringify(files)}
const late = () => new Promise((_, failed) => setTimeout(failed, 2500))
self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files)))
})
self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('desk-') && name !== kept)
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    const page = Promise.race([fetch(request), late()]).catch(() => caches.match('/index.html', { cacheName: kept }))
    event.respondWith(page)
  } else event.respondWith(caches.match(request, { cacheName: kept }).then((file) => file ?? fetch(request)))
})
`

/** What the page needs: its start, itself, the other language and the reader of codes, each with all that they import. */
const isNeeded = (moduleIds: readonly string[]) =>
  moduleIds.some((id) => /src\/(main\.tsx|desk\/desk-page\.tsx|api\/schema-config\.ts)$|locales\/en\.po|node_modules\/barcode-detector\//.test(id))

/**
 * Writes the service worker of /desk/: it keeps the files of that one page, and nothing of the API.
 * The names of the files are known to the build alone, and the whole program would be three times as much.
 */
export const deskWorker = (): Plugin => ({
  name: 'desk-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
    const needed = new Set<string>()
    const add = (name: string) => {
      const chunk = bundle[name]
      if (needed.has(name) || chunk?.type !== 'chunk') return
      needed.add(name)
      for (const other of chunk.imports) add(other)
    }
    for (const chunk of chunks) if (isNeeded(chunk.moduleIds)) add(chunk.fileName)
    const css = [...needed].flatMap((name) => {
      const chunk = bundle[name]
      return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])] : []
    })
    const parts = Object.keys(bundle).filter((name) => /\.(woff2|wasm)$/.test(name))
    const files = ['/index.html', '/icon.svg', '/color-scheme.js', ...new Set([...needed, ...css, ...parts].map((name) => `/${name}`))]
    const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
    this.emitFile({ type: 'asset', fileName: 'desk-worker.js', source: worker(files, version) })
  },
})
