import { expect, test } from 'vitest'
import { createKept } from './kept.ts'

const started = () => {
  let [time, made] = [0, 0]
  const waiting: { resolve: (text: string) => void; reject: (error: Error) => void }[] = []
  const make = (key: string) => {
    made += 1
    return new Promise<string>((resolve, reject) => {
      waiting.push({ resolve: (text) => resolve(`${key} ${text}`), reject })
    })
  }
  const kept = createKept(make, 1000, () => time)
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { ...kept, waiting, made: () => made, pass }
}

test('many who ask at once are answered by one', async () => {
  const { get, waiting, made } = started()
  const all = Array.from({ length: 50 }, () => get('2021'))
  waiting[0]?.resolve('a')
  expect(new Set(await Promise.all(all))).toEqual(new Set(['2021 a']))
  expect(made()).toBe(1)
})

test('an answer is made anew once its time is over, and each key has its own', async () => {
  const { get, made, pass } = started()
  void get('2021')
  void get('2022')
  pass(999)
  void get('2021')
  expect(made()).toBe(2)
  pass(1)
  void get('2021')
  expect(made()).toBe(3)
})

test('what was being made when something changed is not kept', async () => {
  const { get, forget, waiting, made } = started()
  const before = get('2021')
  forget()
  const after = get('2021')
  waiting[0]?.resolve('old')
  waiting[1]?.resolve('new')
  expect([await before, await after, await get('2021'), made()]).toEqual(['2021 old', '2021 new', '2021 new', 2])
})

test('a failure is not kept', async () => {
  const { get, waiting, made } = started()
  const failed = get('2021')
  waiting[0]?.reject(new Error('no database'))
  await expect(failed).rejects.toThrow('no database')
  const again = get('2021')
  waiting[1]?.resolve('a')
  expect([await again, made()]).toEqual(['2021 a', 2])
})
