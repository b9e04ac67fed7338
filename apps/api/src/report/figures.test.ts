import { reports } from '@chung-tay/contracts/report'
import { ageOn, fromDbDate } from '@chung-tay/domain/dates'
import { type Cut, dimensionsOf, type FigureFilter } from '@chung-tay/domain/report/annex'
import { dimensionOf, type Figure } from '@chung-tay/domain/report/figures'
import { type IndicatorKey, indicatorKeys, indicators } from '@chung-tay/domain/report/indicators'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { type Draw, drawFrom, makeMonth } from '@chung-tay/testing/report'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'
import { countCuts, countFigures, freezeFigures, listRecords } from './queries.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const everyone = { children: true, givers: true }

let year = 2030
const makeRandomMonth = async (seed: number) => {
  const campaign = await makeCampaign(api.db, { year: ++year })
  return { campaign, month: await makeMonth(api.db, campaign, drawFrom(seed)) }
}

/** All pages of a figure's list. */
const rowsOf = async (
  campaignId: string,
  { key, breakdown, filter = {} }: Pick<Figure, 'key' | 'breakdown'> & { filter?: FigureFilter },
  limit = 4,
) => {
  const rows = []
  for (;;) {
    const page = await listRecords(api.db, { campaignId, key, breakdown, filter, sees: everyone }, { offset: rows.length, limit })
    rows.push(...page.items)
    if (page.items.length < limit) return { rows, total: page.total, sum: page.sum }
  }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** What the rows come to: their sum, or for a rate their mean. */
const wholeOf = (key: IndicatorKey, rows: readonly { contribution: number }[]) => {
  const sum = sumOf(rows.map(({ contribution }) => contribution))
  return indicators[key].kind === 'rate' ? Math.round(sum / Math.max(1, rows.length)) : sum
}

type Counted = Awaited<ReturnType<typeof countFigures>>[number]

const byName = (lines: readonly { breakdown: string | null; value: number }[]) => lines.map(({ breakdown, value }) => `${breakdown} ${value}`).sort()

/** Some breakdowns, and a filter by some values that there are (or one that there is not), and perhaps by a period. */
const drawCut = (key: IndicatorKey, year: number, known: readonly Counted[], draw: Draw): Cut => {
  const some = <Item>(items: readonly Item[]) => items.filter(() => draw(2) === 0)
  const valuesOf = (dimension: string) =>
    known.flatMap((figure) =>
      figure.key === key && figure.breakdown?.startsWith(`${dimension}:`) ? [figure.breakdown.slice(dimension.length + 1)] : [],
    )
  const narrowed = some(dimensionsOf(key)).map((dimension) => {
    const chosen = some(valuesOf(dimension))
    return [dimension, chosen.length === 0 ? ['nowhere'] : chosen]
  })
  const period = draw(3) === 0 ? { from: `${year}-06-08`, to: `${year}-06-20` } : {}
  return { key, by: some(dimensionsOf(key)), filter: { ...Object.fromEntries(narrowed), ...period } }
}

/** Which records a filter lets through, told from the lists of each breakdown and the days of the whole. */
const fittingIds = async (campaignId: string, { key, filter }: Cut): Promise<string[]> => {
  const { from = '', to = '9999', ...narrowed } = filter
  const { rows } = await rowsOf(campaignId, { key, breakdown: null }, 100)
  const periodic = filter.from !== undefined || filter.to !== undefined
  let ids = new Set(rows.flatMap(({ id, day }) => (!periodic || (day !== null && day >= from && day <= to) ? [id] : [])))
  for (const [dimension, values] of Object.entries(narrowed)) {
    const lists = await Promise.all((values ?? []).map((value) => rowsOf(campaignId, { key, breakdown: `${dimension}:${value}` }, 100)))
    const fitting = new Set(lists.flatMap((list) => list.rows.map(({ id }) => id)))
    ids = new Set([...ids].filter((id) => fitting.has(id)))
  }
  return [...ids].sort()
}

describe('every figure', () => {
  test('is the sum of its rows, in all and by each breakdown, whatever the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { campaign } = await makeRandomMonth(seed)
        const figures = await countFigures(api.db, campaign.id)
        for (const figure of figures) {
          const { rows, total, sum } = await rowsOf(campaign.id, figure)
          expect([figure, wholeOf(figure.key, rows), rows.length, sum]).toEqual([figure, figure.value, total, figure.value])
          expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
        }
        for (const key of indicatorKeys) {
          const lines = figures.filter((figure) => figure.key === key)
          const whole = lines.find((line) => line.breakdown === null)?.value ?? 0
          const { sum } = await rowsOf(campaign.id, { key, breakdown: null })
          expect([key, whole]).toEqual([key, sum])
          // The mean of the whole is not the sum of the means of its parts.
          for (const dimension of indicators[key].kind === 'rate' ? [] : indicators[key].by) {
            const parts = lines.filter((line) => line.breakdown !== null && dimensionOf(line.breakdown) === dimension)
            expect([key, dimension, sumOf(parts.map((part) => part.value))]).toEqual([key, dimension, whole])
          }
        }
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  test('of a line of the annex is the sum of its rows, whatever the breakdowns and the filter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { campaign } = await makeRandomMonth(seed)
        const draw = drawFrom(seed)
        const known = await countFigures(api.db, campaign.id)
        const cuts = indicatorKeys.map((key) => drawCut(key, campaign.year, known, draw))
        const counted = await countCuts(api.db, campaign.id, cuts)
        const frozen = await freezeFigures(api.db, campaign.id, cuts)
        for (const [at, cut] of cuts.entries()) {
          const lines = counted[at] ?? []
          expect([cut, byName(frozen.annex[at] ?? [])]).toEqual([cut, byName(lines)])
          const { rows } = await rowsOf(campaign.id, { ...cut, breakdown: null }, 100)
          expect([cut, rows.map(({ id }) => id).sort()]).toEqual([cut, await fittingIds(campaign.id, cut)])
          expect([cut, wholeOf(cut.key, rows)]).toEqual([cut, lines.find(({ breakdown }) => breakdown === null)?.value ?? 0])
          for (const { breakdown, value } of lines) {
            const part = await rowsOf(campaign.id, { ...cut, breakdown }, 100)
            expect([cut, breakdown, wholeOf(cut.key, part.rows), part.sum]).toEqual([cut, breakdown, value, value])
          }
          expect(lines.every(({ breakdown }) => breakdown === null || (cut.by as readonly string[]).includes(dimensionOf(breakdown)))).toBe(true)
        }
      }),
      { numRuns: 6 },
    )
  }, 120_000)

  test('is frozen as it is counted, with the version of each record behind it', async () => {
    const { campaign } = await makeRandomMonth(7)
    const frozen = await freezeFigures(api.db, campaign.id)
    const order = (figures: { key: string; breakdown: string | null }[]) =>
      figures.map((figure) => JSON.stringify(Object.entries(figure).sort())).sort()
    expect(order(frozen.figures)).toEqual(order(await countFigures(api.db, campaign.id)))
    const { total } = await rowsOf(campaign.id, { key: 'tasks', breakdown: null })
    expect(frozen.records.filter(({ key }) => key === 'tasks')).toHaveLength(total)
  })
})

describe('what is counted', () => {
  test('agrees with the records counted one by one', async () => {
    const { campaign, month } = await makeRandomMonth(42)
    const figures = await countFigures(api.db, campaign.id)
    const value = (key: Figure['key'], breakdown: string | null = null) =>
      figures.find((figure) => figure.key === key && figure.breakdown === breakdown)?.value ?? 0

    const recorded = month.donations.filter((donation) => donation.status === 'recorded')
    const amount = (rows: readonly { amount: bigint }[]) => sumOf(rows.map((row) => Number(row.amount)))
    expect(value('moneyReceived')).toBe(amount(recorded.filter(({ method }) => method !== 'inKind')))
    expect(value('inKindReceived')).toBe(amount(recorded.filter(({ method }) => method === 'inKind')))
    for (const source of ['donation', 'union', 'budget'] as const) {
      const money = recorded.filter((donation) => donation.method !== 'inKind' && donation.source === source)
      expect([source, value('moneyReceived', `source:${source}`)]).toEqual([source, amount(money)])
    }
    expect(value('givers')).toBe(new Set(recorded.filter(({ source }) => source === 'donation').map(({ donorId }) => donorId)).size)
    expect(value('transferredOut')).toBe(amount(month.disbursements.filter(({ status, kind }) => status === 'recorded' && kind === 'transferOut')))

    const gifted = month.giftLines.filter((line) => month.handOuts.some(({ lineId }) => lineId === line.id))
    const giftedChildren = new Set(gifted.map(({ childId }) => childId))
    expect(gifted.length).toBeGreaterThan(giftedChildren.size)
    expect(value('giftsHandedOut')).toBe(gifted.length)
    expect(value('childrenGifted')).toBe(giftedChildren.size)
    const young = month.children.filter(
      ({ id, birthDate }) => giftedChildren.has(id) && ageOn(fromDbDate(birthDate), fromDbDate(campaign.startsOn)) < 6,
    )
    expect(value('childrenGifted', 'age:0-5')).toBe(young.length)

    const accepted = month.tasks.filter(({ status }) => status === 'accepted')
    expect(value('tasksOnTime') + value('tasksLate')).toBe(accepted.length)
    expect(value('tasks')).toBe(value('tasksOnTime') + value('tasksLate') + value('tasksOpen'))
    expect(value('reach')).toBe(sumOf(accepted.map(({ reach }) => reach ?? 0)))
    expect(value('publications')).toBe(month.publications.filter(({ status }) => status === 'published').length)
    const signed = month.decisions.find(({ status }) => status === 'signed')
    expect(value('childrenCommended')).toBe(month.nominations.filter((row) => 'decisionId' in row && row.decisionId === signed?.id).length)
    const sessions = month.events.filter(({ status, kind }) => status === 'held' && kind === 'session')
    expect([value('sessionsHeld'), value('sessionReach')]).toEqual([sessions.length, sumOf(sessions.map(({ participants }) => participants))])
    expect(value('sessionsHeld') + value('eventsHeld') + value('movementEvents')).toBe(month.events.filter(({ status }) => status === 'held').length)
  })

  test('a fund’s balance goes on over the years, the other figures do not', async () => {
    const { campaign, month } = await makeRandomMonth(3)
    const nextYear = await makeCampaign(api.db, { year: ++year })
    const figures = await countFigures(api.db, nextYear.id)
    const cash = month.lines.filter(({ accountCode }) => accountCode === '111' || accountCode === '112')
    const ofFund = (id: string | undefined) => sumOf(cash.filter(({ fundId }) => fundId === id).map(({ debit, credit }) => Number(debit - credit)))
    for (const { id } of month.funds) {
      expect(figures.find(({ key, breakdown }) => key === 'balance' && breakdown === `fund:${id}`)?.value ?? 0).toBe(ofFund(id))
    }
    expect(figures.filter(({ key }) => key !== 'balance' && key !== 'directivesIssued')).toEqual([])
    const before = await countFigures(api.db, campaign.id)
    await makeMonth(api.db, nextYear, drawFrom(4))
    expect(await countFigures(api.db, campaign.id)).toEqual(before)
  })
})

describe('the lists behind the figures', () => {
  test('signed out 401, wrong role 403, no such campaign 404', async () => {
    const { campaign } = await makeRandomMonth(1)
    const input = { params: { campaignId: campaign.id, key: 'moneyReceived' as const }, query: {} }
    expect((await api.call(reports.records, input)).status).toBe(401)
    for (const role of ['unitHead', 'communications', 'administrator'] as const) {
      expect((await (await api.person([role])).call(reports.records, input)).status).toBe(403)
      expect((await (await api.person([role])).call(reports.figures, { params: { campaignId: campaign.id } })).status).toBe(403)
    }
    const office = await api.person(['office'])
    expect((await office.call(reports.figures, { params: { campaignId: crypto.randomUUID() } })).status).toBe(404)
    expect((await office.call(reports.records, { ...input, params: { ...input.params, campaignId: crypto.randomUUID() } })).status).toBe(404)
    const wrong = await office.call(reports.records, { ...input, params: { campaignId: campaign.id, key: 'nothing' as 'tasks' } })
    expect([wrong.status, wrong.json.code]).toEqual([400, 'INVALID'])
    expect((await office.call(reports.records, { ...input, query: { cursor: '-1' } })).status).toBe(400)
  })

  test('leadership sees numbers where the law wants no names, the union sees the names', async () => {
    const { campaign, month } = await makeRandomMonth(42)
    const [leader, union] = [await api.person(['leadership']), await api.person(['union'])]
    const list = async (who: typeof leader, key: 'givers' | 'childrenGifted' | 'moneyReceived') =>
      (await who.call(reports.records, { params: { campaignId: campaign.id, key }, query: { limit: '200' } })).json.items
    expect((await list(leader, 'childrenGifted')).every(({ title }) => title === null)).toBe(true)
    expect((await list(union, 'childrenGifted')).every(({ title }) => title?.startsWith('Cháu'))).toBe(true)
    expect((await list(leader, 'childrenGifted')).map(({ number }) => number)).toEqual(
      month.children.slice(0, (await list(leader, 'childrenGifted')).length).map((_, at) => String(at + 1)),
    )
    const shy = month.donations.find(({ status, source }) => status === 'recorded' && source === 'donation')?.donorId ?? ''
    await api.db.donor.update({ where: { id: shy }, data: { anonymous: true } })
    const anonymous = new Set<string>([shy, ...month.donors.filter((donor) => donor.anonymous).map(({ id }) => id)])
    const seen = await list(leader, 'givers')
    expect(seen.some(({ id }) => anonymous.has(id))).toBe(true)
    expect(seen.every(({ id, title }) => (title === null) === anonymous.has(id))).toBe(true)
    expect((await list(union, 'moneyReceived')).every(({ title }) => title !== null)).toBe(true)
    expect((await list(leader, 'moneyReceived'))[0]?.number).toMatch(/^PT\d{4,}\/\d{4}$/)
  })

  test('the page of figures has last year beside it, and its list is exported with the same filter', async () => {
    const { campaign } = await makeRandomMonth(5)
    const auditor = await api.person(['auditor'])
    const { json } = await auditor.call(reports.figures, { params: { campaignId: campaign.id } })
    expect(json.previousYear).toBeLessThan(campaign.year)
    const tasks = json.groups.find(({ group }) => group === 'organisation')?.figures.find(({ breakdown }) => breakdown !== null)
    const rows = await rowsOf(campaign.id, { key: tasks?.key ?? 'tasks', breakdown: tasks?.breakdown ?? '' })
    const path = `/api/campaigns/${campaign.id}/report/figures/${tasks?.key}/records/export?format=csv&breakdown=${encodeURIComponent(tasks?.breakdown ?? '')}`
    const file = await api.app.inject({ url: path, headers: { cookie: auditor.cookie } })
    expect(file.statusCode).toBe(200)
    expect(file.body.trim().split('\r\n')).toHaveLength(1 + rows.total)
    expect(rows.total).toBe(tasks?.value)
  })
})
