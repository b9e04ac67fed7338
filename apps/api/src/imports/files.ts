import { importFile } from '@chung-tay/contracts/imports'
import type { FastifyReply } from 'fastify'
import { sendTable } from '../http/export.ts'

type Refused<Problem> = { heading: string[]; rows: { cells: string[]; problems: readonly Problem[] }[] }

/** The refused rows as they were sent, with the reasons in a column of their own. */
export const sendRefused = <Problem>(
  reply: FastifyReply,
  format: 'csv' | 'xlsx',
  { heading, rows }: Refused<Problem>,
  reasonText: (problem: Problem) => string,
) => {
  type Row = (typeof rows)[number]
  const columns = [
    ...heading.map((header, column) => ({ header, value: (row: Row) => row.cells[column] ?? '' })),
    { header: 'Lý do chưa nhập được', width: 60, value: (row: Row) => row.problems.map(reasonText).join('; ') },
  ]
  return sendTable(reply, format, { name: 'dong-chua-nhap-duoc', columns, pages: [rows] })
}

export type TemplateColumn = { header: string; width: number; hint: string }

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })

/** The import's columns on an empty sheet, and a second one that explains them and tells what may be filled in. */
export const templateOf = async (columns: readonly TemplateColumn[], remark: string, lists: readonly (readonly string[])[]): Promise<Buffer> => {
  const [heading = [], ...listed] = lists
  const guide = [
    [bold('Cột'), bold('Cách ghi')],
    ...columns.map(({ header, hint }) => [header, hint]),
    ['', remark],
    ['', ''],
    heading.map(bold),
    ...listed.map((cells) => [...cells]),
  ]
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile([
    { data: [columns.map(({ header }) => bold(header))], sheet: 'Danh sách', columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    { data: guide, sheet: 'Hướng dẫn', columns: [{ width: 22 }, { width: 70 }] },
  ]).toBuffer()
}

export const sendTemplate = (reply: FastifyReply, name: string, bytes: Buffer) =>
  reply.type(importFile[0]).header('content-disposition', `attachment; filename="${name}.xlsx"`).send(bytes)
