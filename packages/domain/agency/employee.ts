import { cleanText } from '../text.ts'

/** công chức, viên chức, người lao động */
export const employeeKinds = ['civilServant', 'publicEmployee', 'worker'] as const
export type EmployeeKind = (typeof employeeKinds)[number]

/** Codes are typed in every manner: without spaces and in capitals they are one code. */
export const employeeCode = (text: string): string => cleanText(text).replace(/\s/g, '').toUpperCase()

export const emailPattern = /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** A Vietnamese number in figures alone, with its leading 0 or +84. */
export const phonePattern = /^(0|\+84)\d{9,10}$/

/** Drops what people put between figures; a spreadsheet that took the number for an amount has lost its leading zero. */
export const cleanPhone = (text: string): string => {
  const figures = cleanText(text).replace(/[\s.()'-]/g, '')
  return /^[1-9]\d{8}$/.test(figures) ? `0${figures}` : figures
}
