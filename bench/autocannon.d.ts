declare module 'autocannon' {
  export type Request = {
    method?: 'GET' | 'POST'
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Request) => Request
  }
  type Options = { url: string; connections: number; duration: number; requests: Request[] }
  type Result = {
    duration: number
    requests: { total: number }
    latency: { p99: number; p50: number }
    non2xx: number
    errors: number
  }
  const autocannon: (options: Options) => Promise<Result>
  export default autocannon
}
