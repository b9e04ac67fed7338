import { readStatement } from '@chung-tay/domain/statements/read'
import { type NastyFile, nastyFiles } from '@chung-tay/testing/statements/nasty'
import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, test } from 'vitest'
import { readTables } from '../files/cells.ts'
import { isDelimited } from '../files/delimited.ts'

const today = '2021-07-05'
const files = nastyFiles()

const mediaTypeOf = async (file: Buffer) => (await fileTypeFromBuffer(file))?.mime ?? (isDelimited(file) ? 'text/csv' : '')

const read = async ({ file }: NastyFile) => {
  const tables = readTables(file, await mediaTypeOf(file), 1_000)
  const readings = tables.flatMap(({ rows, heads }) => {
    const reading = readStatement(rows, { today, heads })
    return reading ? [{ reading, rows: rows.length }] : []
  })
  const [one] = readings
  if (!one || readings.length !== 1) throw new Error(`${readings.length} tables`)
  return one
}

test('there are more than thirty of them', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(new Set(files.map(({ title }) => title)).size).toBe(files.length)
})

describe.each(files.map((file) => [file.title, file] as const))('%s', (_, file) => {
  test('is read as it was meant, and every row is accounted for', async () => {
    const { reading, rows } = await read(file)
    expect(reading.lines).toMatchObject(file.expected)
    expect(reading.unclear.map(({ reason }) => reason)).toEqual(file.unclear)
    expect(reading.balanceBreaks).toHaveLength(file.balanceBreaks)
    expect(reading.account).toBe(file.account)
    const told = [...reading.lines, ...reading.ignored, ...reading.unclear].map(({ row }) => row).sort((one, other) => one - other)
    expect(told).toEqual(Array.from({ length: rows }, (_row, at) => at + 1))
  })
})
