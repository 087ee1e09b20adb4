import { runApart } from './apart.ts'
import type { ChaosCounts, ChaosOptions } from './chaos.ts'
import type { DriverName } from './drivers.ts'
import { withProofServer } from './proof-server.ts'
import type { RaceName } from './races.ts'

export interface ChaosRun extends ChaosOptions {
  /** Default: the product's lanes. */
  readonly driver?: DriverName
  /** A superuser's address of a server to use; without it one is started for the run. */
  readonly adminUrl?: string
}

export interface P4Report {
  readonly proof: 'P4'
  readonly seed: number
  readonly verdict: 'holds' | 'broken'
  readonly lanes: ChaosCounts
  /** Each of them must break in its own way, or the proof sees nothing. */
  readonly controls: Readonly<Record<string, ChaosCounts>>
  /** How many forced races were run, and how many of them showed foreign rows. */
  readonly races: Readonly<Record<keyof typeof RACES, RaceFigures>>
}

interface RaceFigures {
  readonly run: number
  readonly leaked: number
}

/** The fault each control must show; the plain pool mostly dies before it leaks, so its leak is forced in a race. */
const CONTROLS = {
  'plain pool': ({ verdict }) => verdict === 'broken',
  'session setting': ({ foreignReads }) => foreignReads > 0,
  'lanes without the lease check': ({ foreignReads }) => foreignReads > 0,
  'lanes without the look at the tag of COMMIT': ({ acknowledgedLost }) => acknowledgedLost > 0,
} as const satisfies Partial<Record<DriverName, (counts: ChaosCounts) => boolean>>

const RACES = {
  lanes: ['idle time-out', 'kill between two statements', 'kill during a statement', 'kill at COMMIT', 'late statement after the end'],
  'plain pool': ['idle time-out', 'kill between two statements', 'late statement after the end'],
  'lanes without the lease check': ['late statement after the end'],
} as const satisfies Partial<Record<DriverName, readonly RaceName[]>>

/** Lets chaos loose on one driver, in a process of its own, and resolves with what it did to the cities' data. */
export function runDriverChaos({ driver = 'lanes', adminUrl, ...options }: ChaosRun): Promise<ChaosCounts> {
  if (adminUrl === undefined) return withProofServer(url => runDriverChaos({ ...options, driver, adminUrl: url }))
  return runApart({ job: 'chaos', driver, adminUrl, options })
}

/**
 * P4: while backends are killed, no city reads another's rows, nothing acknowledged is lost, nothing escapes or hangs, and the
 * lanes are good again within 2 s. Holds only when each control breaks. Long: ten minutes; short: about 15 seconds.
 */
export async function run({ long, seed, seconds = long ? 600 : 5, adminUrl }: { long: boolean; seed: number; seconds?: number; adminUrl?: string }): Promise<P4Report> {
  if (adminUrl === undefined) return withProofServer(url => run({ long, seed, seconds, adminUrl: url }))
  const scene = { seed, tenants: 20, clients: 24, killEveryMs: 40, adminUrl }
  const lanes = await runDriverChaos({ ...scene, seconds })
  const controls = await runControls({ ...scene, seconds: long ? 10 : 1, atLeast: 200, patienceMs: 1_500 })
  const races = await runRaces(adminUrl, long ? 30 : 1)
  const isSharp = Object.entries(CONTROLS).every(([name, shows]) => shows(controls[name as keyof typeof CONTROLS]))
  return { proof: 'P4', seed, verdict: lanes.verdict === 'holds' && isSharp && areDecided(races) ? 'holds' : 'broken', lanes, controls, races }
}

async function runControls(scene: ChaosRun): Promise<Record<keyof typeof CONTROLS, ChaosCounts>> {
  const run = (driver: keyof typeof CONTROLS, more: Partial<ChaosRun> = {}) => runDriverChaos({ ...scene, driver, ...more })
  const [plain, session, unchecked, untagged] = await Promise.all([
    run('plain pool', { atLeast: 0 }), run('session setting'), run('lanes without the lease check'), run('lanes without the look at the tag of COMMIT'),
  ])
  return {
    'plain pool': plain,
    'session setting': session,
    'lanes without the lease check': unchecked,
    'lanes without the look at the tag of COMMIT': untagged,
  }
}

async function runRaces(adminUrl: string, rounds: number): Promise<P4Report['races']> {
  const figures = async (driver: keyof typeof RACES) => {
    const outcomes = Object.values(await runApart({ job: 'races', races: RACES[driver], driver, adminUrl, rounds })).flat()
    return { run: outcomes.length, leaked: outcomes.filter(({ foreignReads }) => foreignReads > 0).length }
  }
  const [lanes, plain, unchecked] = await Promise.all([figures('lanes'), figures('plain pool'), figures('lanes without the lease check')])
  return { lanes, 'plain pool': plain, 'lanes without the lease check': unchecked }
}

/** The lanes never leaked, the controls always did. */
function areDecided({ lanes, ...controls }: P4Report['races']): boolean {
  return lanes.leaked === 0 && Object.values(controls).every(({ run, leaked }) => leaked === run)
}
