import { StartError } from '@chung-tay/db/start-error'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { startWords } from './start-words.ts'

const thrown = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

test('says in one line of both languages why the server does not start', () => {
  const unreachable = new StartError('DATABASE_UNREACHABLE', 'The database at db:5432/x cannot be used: wrong user or password', { cause: '28P01' })
  expect(startWords(unreachable)).toBe(
    'Không dùng được cơ sở dữ liệu: sai tên hoặc mật khẩu / The database at db:5432/x cannot be used: wrong user or password',
  )
  expect(startWords(Object.assign(new Error('could not extend file'), { code: '53100' }))).toBe('Đĩa đã đầy / The disk is full')
  expect(startWords(Object.assign(new Error(), { code: 'EADDRINUSE', port: 80 }))).toContain('Cổng 80 đang được dùng')
  const wrong = startWords(thrown(() => readConfig({ DATABASE_URL: 'mysql://so@db/x', PORT: '70000' })))
  expect(wrong).toContain('DATABASE_URL: ')
  expect(wrong).toContain('PORT: ')
  expect(wrong).not.toContain('\n')
})

test('hands the SQL over beneath the line', () => {
  expect(startWords(new StartError('ROLE_NOT_ALLOWED', 'may not', { sql: 'CREATE ROLE a;' })).split('\n')).toEqual([
    expect.stringContaining('nhờ người quản trị'),
    'CREATE ROLE a;',
  ])
})
