import type { Query } from '@digitallotsen/db/admin-session.ts'
import { sweepForeignIds } from './foreign-ids.ts'
import { sweepAddresses, sweepIndependence, sweepOtherInputs, sweepOutbox, warmUp } from './other-inputs.ts'
import { sweepOwnControls } from './own-controls.ts'
import { readOf, writeOf } from './planted-queries.ts'
import { Findings, type Probe, type Scene } from './probe.ts'

const rule = 'tenant_id = current_tenant()'

/** Statements that take one part of a table's wall down, and put it up again. */
export const wallParts = {
  'tenant_wall dropped': {
    down: (table: string) => `drop policy if exists tenant_wall on ${table}`,
    up: (table: string) => `create policy tenant_wall on ${table} as restrictive for all to public using (${rule}) with check (${rule})`,
  },
  'permissive policy opened': {
    down: (table: string) => `alter policy dl_app_rows on ${table} using (true) with check (true)`,
    up: (table: string) => `alter policy dl_app_rows on ${table} using (${rule}) with check (${rule})`,
  },
  'permissive policy dropped': {
    down: (table: string) => `drop policy if exists dl_app_rows on ${table}`,
    up: (table: string) => `create policy dl_app_rows on ${table} for all to dl_app using (${rule}) with check (${rule})`,
  },
  'row-level security switched off': {
    down: (table: string) => `alter table ${table} disable row level security`,
    up: (table: string) => `alter table ${table} enable row level security`,
  },
} as const

export type WallPart = keyof typeof wallParts

/** Runs with these parts of the table's wall down, and puts them up again. */
export const withoutParts = async <T>(admin: Query, table: string, parts: readonly WallPart[], act: () => Promise<T>): Promise<T> => {
  for (const part of parts) await admin(wallParts[part].down(table))
  try {
    return await act()
  } finally {
    for (const part of parts) await admin(wallParts[part].up(table))
  }
}

const narrow = (probe: Probe, scene: Scene, names: readonly string[]): Findings => {
  const wanted = new Set(names.map(name => `planted.${name}`))
  probe.scene = { ...scene, procedures: scene.procedures.filter(({ name }) => wanted.has(name)) }
  probe.findings = new Findings()
  return probe.findings
}

/** What breaks on the way counts as a control that failed. */
const guarded = async (findings: Findings, sweep: () => Promise<void>): Promise<Findings> => {
  await sweep().catch((error: unknown) => findings.failedControls.push(String(error)))
  return findings
}

/** The whole sweep on one planted procedure, at one door. */
export const sweepFault = (probe: Probe, scene: Scene, name: string): Promise<Findings> => {
  const findings = narrow(probe, scene, [name])
  return guarded(findings, async () => {
    for (const procedure of probe.scene.procedures) {
      await warmUp(probe, procedure)
      await sweepOwnControls(probe, procedure)
      await sweepForeignIds(probe, procedure)
      await sweepOtherInputs(probe, procedure)
      await sweepAddresses(probe, procedure)
    }
    await sweepIndependence(probe)
    await sweepOutbox(probe)
  })
}

/** The naive queries of a table: what the sweep says of them is what it says of the table's wall. */
export const sweepTable = (probe: Probe, scene: Scene, table: string): Promise<Findings> => {
  const findings = narrow(probe, scene, [readOf(table), writeOf(table)].filter(name => name !== undefined))
  return guarded(findings, async () => {
    for (const procedure of probe.scene.procedures) {
      await sweepOwnControls(probe, procedure)
      await sweepOtherInputs(probe, procedure)
    }
  })
}
