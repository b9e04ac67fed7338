import { Worker } from 'node:worker_threads'
import type { Paper } from './layout/paper.ts'
import { layOut } from './layout/sheets.ts'
import type { OfficialDocument } from './model.ts'
import type { Printed } from './paint/pdf-thread.ts'

type Waiting = { resolve: (file: Uint8Array) => void; reject: (error: unknown) => void }
type Press = { worker: Worker; waiting: Map<number, Waiting> }

// A long list takes a second to lay out: that, the library and its fonts are kept out of the thread that answers requests.
let press: Press | undefined
let orders = 0

const closed = (old: Press, error: unknown): void => {
  if (press === old) press = undefined
  for (const { reject } of old.waiting.values()) reject(error)
  old.waiting.clear()
}

const opened = (): Press => {
  // Layout leaves much that lives briefly: with the usual room for it the process would be half as large again.
  const worker = new Worker(new URL('./paint/pdf-thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 8 } })
  const fresh: Press = { worker, waiting: new Map() }
  worker.on('message', (printed: Printed) => {
    const order = fresh.waiting.get(printed.id)
    fresh.waiting.delete(printed.id)
    // At rest it must not keep the process alive.
    if (fresh.waiting.size === 0) worker.unref()
    if ('file' in printed) order?.resolve(printed.file)
    else order?.reject(printed.error)
  })
  worker.on('error', (error) => closed(fresh, error))
  worker.on('exit', (code) => closed(fresh, new Error(`The press stopped with code ${code}`)))
  return fresh
}

/** The same document as `toDocx` writes, as a PDF in Tinos, whose letters are as wide as those of Times New Roman. Rejects when the thread that prints ends. */
export const toPdf = (source: OfficialDocument | Paper): Promise<Uint8Array> => {
  const paper = 'sheets' in source ? source : layOut(source)
  press ??= opened()
  const { worker, waiting } = press
  orders += 1
  const id = orders
  worker.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, paper })
  })
}
