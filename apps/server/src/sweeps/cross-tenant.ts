import type { CityScene } from './city-scene.ts'
import { sweepForeignIds } from './foreign-ids.ts'
import { sweepAddresses, sweepBatches, sweepIndependence, sweepOtherInputs, sweepOutbox, warmUp } from './other-inputs.ts'
import { sweepOwnControls } from './own-controls.ts'
import { sweepPlainRoutes, type PlainRoute } from './plain-routes.ts'
import { everybody, Findings, Probe, type Scene } from './probe.ts'
import { sweepConsoleDoor, sweepWrongDoors } from './wrong-doors.ts'

export type Extent = {
  seed: number
  /** Businesses of the victim whose ids are tried. */
  rows: number
  /** How often each way to succeed, and each list, is asked with other values. */
  rounds: number
}

/** All that somebody at one city's door may try upon another city. */
const sweepDirection = async (probe: Probe, routes: readonly PlainRoute[]): Promise<void> => {
  for (const procedure of probe.scene.procedures) {
    await warmUp(probe, procedure)
    await sweepOwnControls(probe, procedure)
    await sweepForeignIds(probe, procedure)
    await sweepBatches(probe, procedure)
    await sweepOtherInputs(probe, procedure)
    await sweepAddresses(probe, procedure)
    await sweepWrongDoors(probe, procedure)
    await sweepConsoleDoor(probe, procedure)
  }
  await sweepPlainRoutes(probe, routes)
  await sweepIndependence(probe)
  await sweepOutbox(probe)
}

/** One city's people stand at their own door and try the other city. */
export const sweepCrossTenant = async (scene: Scene, pair: { city: CityScene; other: CityScene }, routes: readonly PlainRoute[], extent: Extent): Promise<Findings> => {
  const findings = new Findings()
  const probe = await Probe.open(scene, { ...pair, findings, visitors: everybody, ...extent })
  await probe.renew()
  await sweepDirection(probe, routes)
  return findings
}
