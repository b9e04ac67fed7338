import { describe, expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { type GiftListAction, type GiftListStatus, giftListTransitions } from './list-status.ts'

const actions: GiftListAction[] = ['edit', 'submit', 'approve', 'return', 'amend', 'close']

describe('what may be done with a gift list', () => {
  test.each<[GiftListStatus, GiftListAction[]]>([
    ['draft', ['edit', 'submit']],
    ['submitted', ['approve', 'return']],
    ['approved', ['amend', 'close']],
    ['closed', []],
  ])('%s: %j', (status, allowed) => {
    expect(actions.filter((action) => mayAdvance(giftListTransitions, status, action))).toEqual(allowed)
  })
})
