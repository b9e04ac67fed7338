import { describe, expect, test } from 'vitest'
import { cleanPhone, emailPattern, employeeCode, phonePattern } from './employee.ts'

describe('what people type about a person', () => {
  test.each([
    [' cb 001 ', 'CB001'],
    ['cb-ụ1'.normalize('NFD'), 'CB-Ụ1'],
  ])('code %j is %s', (typed, code) => {
    expect(employeeCode(typed)).toBe(code)
  })

  test.each([
    ['0912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['912345678', '0912345678'],
    ['+84 912-345-678', '+84912345678'],
    ["'0204 3854 123", '02043854123'],
  ])('telephone %j is %s', (typed, phone) => {
    expect(cleanPhone(typed)).toBe(phone)
    expect(cleanPhone(typed)).toMatch(phonePattern)
  })

  test.each(['12345', 'không có', '0912345678901', '9.12E+08'])('telephone %j is none', (typed) => {
    expect(cleanPhone(typed)).not.toMatch(phonePattern)
  })

  test.each([
    ['an.nguyen@bacgiang.gov.vn', true],
    ['an@bacgiang', false],
    ['an nguyen@bacgiang.gov.vn', false],
    ['ăn@bacgiang.gov.vn', false],
  ])('address %s: %s', (typed, valid) => {
    expect(emailPattern.test(typed)).toBe(valid)
  })
})
