import { parentPort } from 'node:worker_threads'
import type { Paper } from '../layout/paper.ts'
import { writePdf } from './pdf-file.ts'

/** One paper to print, and its file or what went wrong. */
export type PrintOrder = { id: number; paper: Paper }
export type Printed = { id: number; file: Uint8Array } | { id: number; error: unknown }

const print = async ({ id, paper }: PrintOrder): Promise<Printed> => {
  try {
    // A copy of its own: the library's buffer may lie in a pool that other buffers share.
    return { id, file: new Uint8Array(await writePdf(paper)) }
  } catch (error) {
    return { id, error }
  }
}

parentPort?.on('message', async (order: PrintOrder) => parentPort?.postMessage(await print(order)))
