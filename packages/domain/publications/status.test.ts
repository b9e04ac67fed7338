import { describe, expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { type Channel, channels, isOverdue, type PublicationAction, type PublicationStatus, publicationTransitions, requireProof } from './status.ts'

const actions: PublicationAction[] = ['update', 'publish', 'withdraw']

test.each<[PublicationStatus, PublicationAction[]]>([
  ['planned', ['update', 'publish', 'withdraw']],
  ['published', ['update', 'withdraw']],
  ['withdrawn', []],
])('%s: %j', (status, allowed) => {
  expect(actions.filter((action) => mayAdvance(publicationTransitions, status, action))).toEqual(allowed)
})

describe('proof', () => {
  const proves = (channel: Channel, url: string | null, files: number) => {
    try {
      requireProof({ channel, url, files })
      return true
    } catch {
      return false
    }
  }
  const url = 'https://skhcn.bacgiang.gov.vn/tin/1'

  test('a link proves what anybody can open', () => {
    expect(channels.filter((channel) => proves(channel, url, 0))).toEqual(['website', 'zalo', 'facebook', 'press'])
  })
  test('a captured file proves everything, nothing proves nothing', () => {
    expect(channels.every((channel) => proves(channel, null, 1))).toBe(true)
    expect(channels.some((channel) => proves(channel, null, 0))).toBe(false)
  })
})

test.each<[PublicationStatus, string, boolean]>([
  ['planned', '2021-06-19', true],
  ['planned', '2021-06-20', false],
  ['planned', '2021-06-21', false],
  ['published', '2021-06-19', false],
  ['withdrawn', '2021-06-19', false],
])('%s for %s on 20/06 is overdue: %s', (status, plannedOn, expected) => {
  expect(isOverdue({ status, plannedOn }, '2021-06-20')).toBe(expected)
})
