import { startTestServer, type TestServer } from '@chung-tay/db/test-database'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** One PostgreSQL for the whole run; every test file makes its own database on it. */
const setup = async (project: TestProject) => {
  const { server, stop } = await startTestServer()
  project.provide('testServer', server)
  return stop
}

export default setup
