// `pnpm bench tasks`: 10,000 tasks over 200 units; each picture over HTTP beside a bare query of the same rows, in turns.
import { addDays, toDbDate } from '@chung-tay/domain/dates'
import { taskStatuses } from '@chung-tay/domain/tasks/transitions'
import { makeAgency, makeEmployee, makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import pg from 'pg'
import { addAccount, type Db, password, startBench } from './program.ts'

const units = 200
const activities = 50
const day = '2021-06-20'
const rounds = 60
const username = 'banvanphong'

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await run()
  return performance.now() - began
}

const fill = async (db: Db) => {
  const campaign = await makeCampaign(db, { year: 2021 })
  const unitIds: string[] = []
  for (let at = 0; at < units; at++) unitIds.push((await makeUnit(db, { sortOrder: at })).id)
  for (let at = 0; at < activities; at++) {
    const { id: activityId } = await makeActivity(db, { campaignId: campaign.id, sortOrder: at })
    await db.task.createMany({
      data: unitIds.map((unitId, index) => {
        const status = taskStatuses[(at + index) % taskStatuses.length] ?? 'assigned'
        const dueOn = addDays(day, ((at * 7 + index) % 40) - 20)
        const submittedOn = status === 'accepted' || status === 'submitted' ? toDbDate(addDays(dueOn, (index % 5) - 2)) : null
        return {
          campaignId: campaign.id,
          activityId,
          unitId,
          title: `Nhiệm vụ ${at}`,
          search: `nhiem vu ${at}`,
          status,
          dueOn: toDbDate(dueOn),
          submittedOn,
        }
      }),
    })
  }
  return { campaignId: campaign.id, unitIds }
}

const pictures = (campaignId: string) => [
  {
    name: 'matrix',
    path: 'matrix',
    sql: `SELECT "activityId", "unitId", "status", "dueOn", "submittedOn" FROM "Task" WHERE "campaignId" = '${campaignId}'`,
  },
  { name: 'board', path: 'board', sql: `SELECT "status", "dueOn", "submittedOn" FROM "Task" WHERE "campaignId" = '${campaignId}'` },
  {
    name: 'board, a column of cards',
    path: '?status=assigned&sort=dueOn&limit=20',
    sql: `SELECT t.*, u."name", a."clause" FROM "Task" t JOIN "Unit" u ON u."id" = t."unitId" JOIN "Activity" a ON a."id" = t."activityId"
      WHERE t."campaignId" = '${campaignId}' AND t."status" = 'assigned' ORDER BY t."dueOn", t."id" LIMIT 21`,
  },
  {
    name: 'my work (a head of one unit)',
    path: 'my-work',
    sql: `SELECT t.* FROM "Task" t JOIN "Unit" u ON u."id" = t."unitId" WHERE t."campaignId" = '${campaignId}' AND u."headId" IS NOT NULL AND t."status" <> 'accepted'`,
  },
]

export const measureTasks = async (): Promise<void> => {
  const { url, db, ownerUrl, stop } = await startBench(day)
  await makeAgency(db)
  const { campaignId, unitIds } = await fill(db)
  const [unitId = ''] = unitIds
  const employee = await makeEmployee(db, { unitId })
  await db.unit.update({ where: { id: unitId }, data: { headId: employee.id } })
  await addAccount(db, username, 'office', employee)
  const signedIn = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const bare = new pg.Client({ connectionString: ownerUrl })
  await bare.connect()
  await bare.query('VACUUM ANALYZE')
  for (const { name, path, sql } of pictures(campaignId)) {
    const base = `${url}/api/campaigns/${campaignId}/tasks`
    const ask = async () => {
      const response = await fetch(path.startsWith('?') ? base + path : `${base}/${path}`, { headers: { cookie } })
      if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
      return response.text()
    }
    const [api, query]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds + 5; round++) {
      const [one, two] = [await timed(ask), await timed(() => bare.query(sql))]
      if (round < 5) continue
      api.push(one)
      query.push(two)
    }
    const [ours, theirs] = [p95(api), p95(query)]
    console.log(
      `${name}: p95 ${ours.toFixed(1)} ms, bare query ${theirs.toFixed(1)} ms, ratio ${(ours / theirs).toFixed(2)}${ours < 100 ? '' : ' OVER 100 ms'}`,
    )
  }
  await bare.end()
  await stop()
}
