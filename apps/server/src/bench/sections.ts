import { withAdminSession } from '@digitallotsen/db/admin-session.ts'
import { listBundleLines } from './bundles.ts'
import { changedAction, type Ground } from './ground.ts'
import { median, medianOf, measureTogether, ratioOf, type Measured, type Plan } from './rounds.ts'
import type { Line } from './table.ts'
import { crowd } from '../features/matching/matching.fixture.ts'
import { runTask } from '../features/matching/solver.ts'

export type Section = { title: string; measure(ground: Ground, plan: Plan): Promise<Line[]> }

const told = (measured: Measured, ...routes: string[]) =>
  routes.map(route => `${route} ${Math.round(medianOf(measured, route, 'perSecond'))}/s, ${Math.round(medianOf(measured, route, 'micros'))} µs Node`).join(' · ')

const row: Section = {
  title: 'Ein Betrieb',
  async measure(ground, plan) {
    const measured = await measureTogether(ground, ['bare-row', 'row:full', 'signed:full', 'detail:full', 'row:open', 'naive-row', 'postgraphile-row'], plan)
    const over = (route: string, base: string) => ratioOf(measured, route, base, 'perSecond')
    return [
      { what: 'Detail, Rechte aus den Zeilen / b', value: over('row:full', 'bare-row'), goal: 0.5, moonshot: 1, note: told(measured, 'row:full', 'bare-row') },
      { what: 'Detail, nur Signatur geprüft / b', value: over('signed:full', 'bare-row'), goal: 0.5, moonshot: 1, note: told(measured, 'signed:full') },
      { what: 'merchant.get ganz (4 Abfragen) / b', value: over('detail:full', 'bare-row'), note: told(measured, 'detail:full') },
      { what: 'Wand an / aus', value: over('row:full', 'row:open'), goal: 0.75, moonshot: 0.9, note: told(measured, 'row:open') },
      { what: 'Detail / PostGraphile 5', value: over('row:full', 'postgraphile-row'), goal: 1, moonshot: 3, note: told(measured, 'postgraphile-row') },
      { what: 'Detail / naiv', value: over('row:full', 'naive-row'), goal: 1, note: told(measured, 'naive-row') },
    ]
  },
}

const change: Section = {
  title: 'Eine Änderung',
  async measure(ground, plan) {
    const measured = await measureTogether(ground, ['change', 'naive-change'], plan).finally(() => forgetChanges(ground))
    return [{ what: 'Änderung mit Spur und Auftrag / naiv', value: ratioOf(measured, 'change', 'naive-change', 'perSecond'), goal: 2, moonshot: 4, note: told(measured, 'change', 'naive-change') }]
  },
}

/** The set is kept from one run to the next: what a run wrote goes again. */
const forgetChanges = ({ full }: Ground): Promise<unknown> =>
  withAdminSession(full.adminUrl, async ({ query }) => {
    await query('delete from audit_events where action = $1', [changedAction])
    await query(`delete from graphile_worker._private_jobs where key like '%bench:%'`)
    await query('update merchants set phone = null where phone is not null')
  })

const list: Section = {
  title: 'Liste',
  async measure(ground, plan) {
    const measured = await measureTogether(ground, ['bare-list', 'list:full'], plan)
    return [{ what: 'Liste von 25 / ohne Mandanten', value: ratioOf(measured, 'list:full', 'bare-list', 'perSecond'), goal: 0.5, moonshot: 0.9, note: told(measured, 'list:full', 'bare-list') }]
  },
}

const among: Section = {
  title: 'Unter vielen',
  async measure(ground, plan) {
    const lines: Line[] = []
    for (const ask of ['row', 'list', 'children', 'dashboard', 'search']) {
      const measured = await measureTogether(ground, [`${ask}:alone`, `${ask}:full`], plan)
      const p95 = (side: string) => medianOf(measured, `${ask}:${side}`, 'p95').toFixed(1).replace('.', ',')
      lines.push({ what: `${ask}: eine von ${ground.size.cities} / allein, p95`, value: ratioOf(measured, `${ask}:full`, `${ask}:alone`, 'p95'), goal: 1.3, moonshot: 1.15, atMost: true, note: `${p95('full')} / ${p95('alone')} ms` })
    }
    return lines
  },
}

const directory: Section = {
  title: 'Verzeichnis',
  async measure(ground, plan) {
    const lines: Line[] = []
    for (const question of ['word', 'synonym', 'typo', 'filters', 'open']) {
      const [found, byKey] = [`directory-${question}`, `directory-${question}-by-key`]
      const measured = await measureTogether(ground, [found, byKey], plan)
      lines.push({ what: `Suche „${question}“ in 5.000 Seiten / dieselbe Seite nach Schlüssel, Zeit`, value: ratioOf(measured, byKey, found, 'perSecond'), goal: 1.3, atMost: true, note: told(measured, found, byKey) })
    }
    return lines
  },
}

const pages: Section = {
  title: 'Öffentliche Seite',
  async measure(ground, plan) {
    const measured = await measureTogether(ground, ['hello', 'page-cached', 'page-rendered'], plan)
    return [
      { what: 'Startseite aus dem Speicher / Fastify hello', value: ratioOf(measured, 'page-cached', 'hello', 'perSecond'), goal: 0.6, note: told(measured, 'page-cached', 'hello') },
      { what: 'Startseite neu gezeichnet / Fastify hello', value: ratioOf(measured, 'page-rendered', 'hello', 'perSecond'), goal: 0.15, note: told(measured, 'page-rendered') },
    ]
  },
}

const rollup = 'select tenant_id, merchants, assessments, plans, tasks_done from tenant_figures'
const base = `select t.id,
  (select count(*) from merchants m where m.tenant_id = t.id and m.state = 'active'),
  (select count(*) from assessments a where a.tenant_id = t.id and a.state = 'submitted'),
  (select count(*) from plans p where p.tenant_id = t.id and p.state = 'active'),
  (select count(*) from tasks k where k.tenant_id = t.id and k.state = 'done') from tenants t`

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const figures: Section = {
  title: 'Zahlen des Betreibers',
  measure: (ground, { rounds }) =>
    withAdminSession(ground.full.adminUrl, async ({ query }) => {
      const times: { quick: number; slow: number }[] = []
      await query(rollup)
      for (let i = 0; i < rounds; i++) times.push({ quick: await timed(() => query(rollup)), slow: await timed(() => query(base)) })
      const [quick, slow] = [median(times.map(each => each.quick)), median(times.map(each => each.slow))]
      const share = median(times.map(each => each.quick / each.slow))
      return [{ what: 'Zahlen des Betreibers / Grundabfrage', value: share, goal: 1 / 50, atMost: true, note: `${quick.toFixed(1)} / ${slow.toFixed(0)} ms` }]
    }),
}

const matching: Section = {
  title: 'Zuordnung',
  async measure(_, { rounds }) {
    const seconds = async (kind: 'propose' | 'whatIf') => {
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push(await timed(() => runTask({ kind, problem: crowd(60, 400, i + 1) })))
      return median(times) / 1000
    }
    return [
      { what: 'Zuordnung, 60 Lotsen × 400 Wartende, eigener Thread', value: await seconds('propose'), goal: 2, moonshot: 0.5, atMost: true, unit: 's' },
      { what: 'Was wäre, wenn, 60 × 400', value: await seconds('whatIf'), unit: 's' },
    ]
  },
}

const bundles: Section = { title: 'Größen', measure: ({ root }) => listBundleLines(root) }

export const sections: Record<string, Section> = { row, change, list, among, directory, pages, figures, matching, bundles }
