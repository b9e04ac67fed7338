import { expect, test } from 'vitest'
import { familiesOf } from './families.ts'

const child = (name: string, ...guardianIds: string[]) => ({ name, guardianIds })
const namesOf = (...children: ReturnType<typeof child>[]) => familiesOf(children).map((family) => family.map(({ name }) => name).join(' '))

test('siblings stand together in the order they came', () => {
  expect(namesOf(child('An', 'm'), child('Bình', 'x'), child('Chi', 'f', 'm'))).toEqual(['An Chi', 'Bình'])
})

test('a half-sibling joins what were two families', () => {
  expect(namesOf(child('An', 'm'), child('Bình', 'f'), child('Chi', 'f', 'm'))).toEqual(['An Bình Chi'])
})

test('who has no guardian stands alone', () => {
  expect(namesOf(child('An'), child('Bình'))).toEqual(['An', 'Bình'])
})
