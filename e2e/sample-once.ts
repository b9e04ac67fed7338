import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { startProgram } from './program.ts'

/** Loads the sample once, as `SAMPLE=1` does on an empty folder, for every program of the run that asks for it. */
const loadSample = async (): Promise<() => Promise<void>> => {
  const { dataDir, process: program } = await startProgram({ SAMPLE: '1' })
  program.kill('SIGTERM')
  await once(program, 'exit')
  process.env.SAMPLE_FOLDER = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}

export default loadSample
