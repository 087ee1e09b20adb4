import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance } from 'fastify'
import { withProofServer } from '@digitallotsen/db/proofs/proof-server.ts'
import { appRouter } from '../router.ts'
import type { Services } from '../services.ts'
import { createTestApp } from '../testing/test-app.ts'
import { createRequestContext } from '../trpc/context.ts'
import { router } from '../trpc/procedures.ts'
import { sweepCrossTenant, type Extent } from './cross-tenant.ts'
import { sweepFault, sweepTable, withoutParts, type WallPart } from './mutants.ts'
import { listPlainRoutes } from './plain-routes.ts'
import { plantedFaults } from './planted-faults.ts'
import { plantedQueries, walledTables } from './planted-queries.ts'
import { Findings, Probe, type Scene } from './probe.ts'
import { listProcedures, listUnmarked } from './procedures.ts'
import { withGrounds, type Ground } from './sweep-ground.ts'

const plantedRouter = router({ planted: router({ ...plantedFaults, ...plantedQueries }) })

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
  /** Procedures with a hole of their own: found and planted. */
  faults: { planted: number; found: number; missed: readonly string[] }
  walls: WallFigures
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

const breakWalls = async (probe: Probe, scene: Scene): Promise<WallFigures> => {
  const figures = { cleanWhole: 0, cleanWithRestrictiveAlone: 0, cleanWithPermissiveAlone: 0, redWithLastWallDropped: 0, redWithoutRowSecurity: 0, redWithoutOwnPolicy: 0 }
  const odd: string[] = []
  for (const table of walledTables) {
    for (const { figure, down, isRed } of expectations) {
      const findings = await withoutParts(scene.admin, table, down, () => sweepTable(probe, scene, table))
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

const examplesOf = ({ leaks, differing, changed, failedControls }: Findings): string[] =>
  Object.entries({ leaks, differing, changed, failedControls }).flatMap(([kind, found]) => [...new Set(found)].slice(0, 10).map(text => `${kind}: ${text}`))

const isSharp = ({ faults, walls }: Pick<P2Report, 'faults' | 'walls'>) => faults.missed.length === 0 && walls.odd.length === 0

/**
 * P2 and P3: whatever one city's people ask, in every procedure and route, nothing of the other city comes, no answer tells whether a
 * foreign id exists, and no row of the other city changes; asked for their own they are served. Holds only when every planted hole is found.
 * Short: about a minute; long: at least 25,000 requests.
 */
export const run = ({ long, seed }: { long: boolean; seed: number }): Promise<P2Report> =>
  withProofServer(serverUrl =>
    withGrounds(serverUrl, ['sweep_there', 'sweep_back', 'sweep_broken'], async (there, back, breakable) => {
      const extent: Extent = { seed, ...(long ? { rows: 3, rounds: 20 } : { rows: 1, rounds: 1 }) }
      const { findings, procedures, unmarkedIds } = await sweepWhole(there, back, extent)
      const broken = await sweepBroken(breakable, seed)
      const { requests, ownControls, leaks, differing, changed, failedControls } = findings
      const ownControlsOk = ownControls - failedControls.length
      const isClean = leaks.length + differing.length + changed.length + unmarkedIds.length === 0
      const holds = isClean && ownControlsOk / ownControls >= 0.99 && isSharp(broken) && (!long || requests >= 25_000)
      return {
        proof: 'P2', seed, verdict: holds ? 'holds' : 'broken', procedures, requests,
        leaks: leaks.length, differingAnswers: differing.length, victimChanged: changed.length, ownControls, ownControlsOk, unmarkedIds, ...broken,
        examples: examplesOf(findings),
      }
    }),
  )
