import type { CheckRule } from '../check.types.ts'
import { fails, notApplicable, notChecked, passes } from '../outcome.ts'
import { findSystem } from '../systems.ts'

export const system: CheckRule = {
  id: 'S-03',
  needsPage: true,
  judge: site => {
    const found = findSystem(site)
    if (!found) return notApplicable('no_system')
    const { name, version } = found
    if (found.outdated) return fails([{ cause: 'system.outdated', page: site.start?.url ?? '', quote: [name, version].filter(Boolean).join(' ') }], { system: [name], version: version ? [version] : [''] })
    return found.hosted || version ? passes() : notChecked('no_version')
  },
}
