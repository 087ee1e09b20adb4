import { join } from 'node:path'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { faultText } from '@digitallotsen/pack/fault.ts'
import { readFolder } from '@digitallotsen/pack/folder.ts'
import { listCities } from '@digitallotsen/pack/list-cities.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { applyPack } from './packs.service.ts'

/** Applies every city's pack at the start; a faulty one is told and left as it was, the others go on. */
export const applyAllPacks = async (lanes: Lanes, directory: string, log: (message: string) => void): Promise<void> => {
  const framework = await loadFramework(join(directory, 'framework'))
  if (!framework.ok) throw new Error(`Der Handlungsrahmen ist nicht in Ordnung:\n${framework.faults.map(faultText).join('\n')}`)
  for (const slug of await listCities(directory)) {
    const source = await readFolder(join(directory, slug))
    const loaded = await loadPack(source, framework.framework)
    if (!loaded.ok) {
      log(`${slug}: Pack nicht in Ordnung, bleibt wie es war. ${loaded.faults.slice(0, 3).map(faultText).join(' · ')}`)
      continue
    }
    const result = await applyPack(lanes, { pack: loaded.pack, hash: loaded.hash, source, framework: framework.framework }, 'start')
    if (result.kind === 'refused') log(`${slug}: ${result.reasons.join(' ')}`)
    if (result.kind === 'applied') log(`${slug}: Pack angewendet, Fassung ${result.revision}`)
  }
}
