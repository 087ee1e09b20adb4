import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance } from 'fastify'
import { withProofServer } from '@digitallotsen/db/proofs/proof-server.ts'
import { appRouter } from '../router.ts'
import type { Services } from '../services.ts'
import { createTestApp } from '../testing/test-app.ts'
import { createRequestContext } from '../trpc/context.ts'
import { router } from '../trpc/procedures.ts'
import { plantedDelay, sweepTimes, tellingT, type TimeFigures } from './answer-times.ts'
import { sweepCrossTenant, type Extent } from './cross-tenant.ts'
import { sweepFault, sweepTable, withoutParts, type WallPart } from './mutants.ts'
import { listPlainRoutes } from './plain-routes.ts'
import { plantedFaults } from './planted-faults.ts'
import { plantedQueries, walledTables } from './planted-queries.ts'
import { Findings, Probe, type Scene } from './probe.ts'
import { listProcedures, listUnmarked } from './procedures.ts'
import { withGrounds, type Ground } from './sweep-ground.ts'
import { proveLayers, type LayerFigures } from './wall-layers.ts'

const plantedRouter = router({ planted: router({ ...plantedFaults, ...plantedQueries, ...plantedDelay }) })
const pairsTimed = 500

export type P2Report = {
  proof: 'P2'
  seed: number
  verdict: 'holds' | 'broken'
  procedures: number
  requests: number
  leaks: number
  differingAnswers: number
  victimChanged: number
  ownControls: number
  ownControlsOk: number
  /** Ids in an input that do not say what they point to. */
  unmarkedIds: readonly string[]
  /** Ids in an input of which the scene has no foreign one: nothing was asked. */
  untriedIds: readonly string[]
  /** Procedures with a hole of their own: found and planted. */
  faults: { planted: number; found: number; missed: readonly string[] }
  walls: WallFigures
  /** The restrictive policy and the permissive one of each table, each holding alone, for the roles' own statements. */
  layers: LayerFigures
  /** Of the long form alone: whether the clock tells what the answers do not. The control is a planted delay of a millisecond, which it must. */
  timing: (TimeFigures & { control: TimeFigures['worst'] }) | null
  /** The first of each kind, in words. */
  examples: readonly string[]
}

/** Per table, with queries that forget the city. */
type WallFigures = {
  tables: number
  /** Clean with all policies, with the restrictive one alone, and with the permissive one alone. */
  cleanWhole: number
  cleanWithRestrictiveAlone: number
  cleanWithPermissiveAlone: number
  /** Red when the one policy that still stood is dropped, when row-level security is off, when the app's own policy is dropped. */
  redWithLastWallDropped: number
  redWithoutRowSecurity: number
  redWithoutOwnPolicy: number
  odd: readonly string[]
}

const plant = async (app: FastifyInstance, services: Services): Promise<void> => {
  await app.register(fastifyTRPCPlugin, {
    prefix: '/planted',
    trpcOptions: { router: plantedRouter, createContext: createRequestContext(services) } satisfies FastifyTRPCPluginOptions<typeof plantedRouter>['trpcOptions'],
  })
}

/** Both cities in turn try the other, each on a ground of its own. */
const sweepWhole = async (there: Ground, back: Ground, extent: Extent): Promise<{ findings: Findings; procedures: number; unmarkedIds: string[] }> => {
  const procedures = listProcedures(appRouter)
  const findings = new Findings()
  const routes = await listPlainRoutes()
  for (const { ground, pair } of [
    { ground: there, pair: { city: there.cities[0], other: there.cities[1] } },
    { ground: back, pair: { city: back.cities[1], other: back.cities[0] } },
  ]) {
    const app = await createTestApp(ground)
    const scene: Scene = { app, admin: ground.admin, procedures, prefix: '/trpc', operatorId: ground.operatorId }
    findings.add(await sweepCrossTenant(scene, pair, routes, extent).finally(app.close))
  }
  return { findings, procedures: procedures.length, unmarkedIds: listUnmarked(procedures) }
}

const expectations: { figure: Exclude<keyof WallFigures, 'tables' | 'odd'>; down: WallPart[]; isRed: boolean }[] = [
  { figure: 'cleanWhole', down: [], isRed: false },
  { figure: 'cleanWithRestrictiveAlone', down: ['permissive policy opened'], isRed: false },
  { figure: 'cleanWithPermissiveAlone', down: ['tenant_wall dropped'], isRed: false },
  { figure: 'redWithLastWallDropped', down: ['permissive policy opened', 'tenant_wall dropped'], isRed: true },
  { figure: 'redWithoutRowSecurity', down: ['row-level security switched off'], isRed: true },
  { figure: 'redWithoutOwnPolicy', down: ['permissive policy dropped'], isRed: true },
]

/** A part that cannot be taken down is not there. */
const failed = (error: unknown): Findings => {
  const findings = new Findings()
  findings.failedControls.push(String(error))
  return findings
}

const breakWalls = async (probe: Probe, scene: Scene): Promise<WallFigures> => {
  const figures = { cleanWhole: 0, cleanWithRestrictiveAlone: 0, cleanWithPermissiveAlone: 0, redWithLastWallDropped: 0, redWithoutRowSecurity: 0, redWithoutOwnPolicy: 0 }
  const odd: string[] = []
  for (const table of walledTables) {
    for (const { figure, down, isRed } of expectations) {
      const findings = await withoutParts(scene.admin, table, down, () => sweepTable(probe, scene, table)).catch(failed)
      if (findings.isClean !== isRed) figures[figure]++
      else odd.push(`${table}: not ${figure}: ${examplesOf(findings)[0] ?? 'nothing was found'}`)
    }
    await probe.lookAgain()
  }
  return { tables: walledTables.length, ...figures, odd }
}

const plantFaults = async (probe: Probe, scene: Scene): Promise<P2Report['faults']> => {
  const names = Object.keys(plantedFaults)
  const missed: string[] = []
  for (const name of names) if ((await sweepFault(probe, scene, name)).isClean) missed.push(name)
  return { planted: names.length, found: names.length - missed.length, missed }
}

const sweepBroken = async (ground: Ground, seed: number): Promise<Pick<P2Report, 'faults' | 'walls'>> => {
  const app = await createTestApp(ground, { extend: plant })
  try {
    const scene: Scene = { app, admin: ground.admin, procedures: listProcedures(plantedRouter), prefix: '/planted', operatorId: ground.operatorId }
    const [city, other] = ground.cities
    const probe = await Probe.open(scene, { city, other, findings: new Findings(), seed, rows: 1, rounds: 1, visitors: ['anonymous', 'office', 'foreign-signed'] })
    return { walls: await breakWalls(probe, scene), faults: await plantFaults(probe, scene) }
  } finally {
    await app.close()
  }
}

/** Every procedure that takes an id, and then the planted one that gives itself away. */
const sweepClock = async (ground: Ground, seed: number): Promise<P2Report['timing']> => {
  const app = await createTestApp(ground, { extend: plant })
  try {
    const [city, other] = ground.cities
    const scene: Scene = { app, admin: ground.admin, procedures: listProcedures(appRouter), prefix: '/trpc', operatorId: ground.operatorId }
    const probe = await Probe.open(scene, { city, other, findings: new Findings(), seed, rows: 3, rounds: 1, visitors: [] })
    await probe.renew()
    const figures = await sweepTimes(probe, { pairs: pairsTimed, seed })
    const delayed = listProcedures(plantedRouter).filter(({ name }) => name === 'planted.knowsByTheClock')
    probe.scene = { ...scene, procedures: delayed, prefix: '/planted' }
    const { worst: control } = await sweepTimes(probe, { pairs: pairsTimed, seed })
    return { ...figures, control }
  } finally {
    await app.close()
  }
}

/** Nothing beyond the threshold, and the control well beyond it. */
const isTimed = (timing: P2Report['timing']) => timing === null || (timing.telling.length === 0 && Math.abs(timing.control.t) >= tellingT)

const examplesOf = ({ leaks, differing, changed, failedControls }: Findings): string[] =>
  Object.entries({ leaks, differing, changed, failedControls }).flatMap(([kind, found]) => [...new Set(found)].slice(0, 10).map(text => `${kind}: ${text}`))

type Broken = Pick<P2Report, 'faults' | 'walls' | 'layers'>
const isSharp = ({ faults, walls, layers }: Broken) => faults.missed.length + walls.odd.length + layers.breaches.length + layers.missed.length === 0

/**
 * P2 and P3: whatever one city's people ask, in every procedure and route, nothing of the other city comes, no answer tells whether a
 * foreign id exists, and no row of the other city changes; asked for their own they are served. Each of the two policies of a table keeps the
 * cities apart without the other. Holds only when every planted hole is found.
 * Short: about a minute; long: at least 25,000 requests, and the clock tells no more than the answers do (|t| < 4.5 over 500 pairs).
 */
export const run = ({ long, seed }: { long: boolean; seed: number }): Promise<P2Report> =>
  withProofServer(serverUrl =>
    withGrounds(serverUrl, ['sweep_there', 'sweep_back', 'sweep_broken', 'sweep_layers', 'sweep_timed'], async (there, back, breakable, layered, timed) => {
      const extent: Extent = { seed, ...(long ? { rows: 3, rounds: 20 } : { rows: 1, rounds: 1 }) }
      const { findings, procedures, unmarkedIds } = await sweepWhole(there, back, extent)
      const broken = { ...(await sweepBroken(breakable, seed)), layers: await proveLayers(layered) }
      const timing = long ? await sweepClock(timed, seed) : null
      const { requests, ownControls, leaks, differing, changed, failedControls } = findings
      const ownControlsOk = ownControls - failedControls.length
      const untriedIds = [...new Set(findings.untried)]
      const isClean = leaks.length + differing.length + changed.length + unmarkedIds.length + untriedIds.length === 0
      const holds = isClean && ownControlsOk / ownControls >= 0.99 && isSharp(broken) && isTimed(timing) && (!long || requests >= 25_000)
      return {
        proof: 'P2', seed, verdict: holds ? 'holds' : 'broken', procedures, requests,
        leaks: leaks.length, differingAnswers: differing.length, victimChanged: changed.length, ownControls, ownControlsOk, unmarkedIds, untriedIds, ...broken, timing,
        examples: [...broken.layers.breaches, ...examplesOf(findings)],
      }
    }),
    { disposable: true },
  )
