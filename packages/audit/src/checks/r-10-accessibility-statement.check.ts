import type { CheckRule } from '../check.types.ts'
import { isLinkOfKind } from '../link-kinds.ts'
import { fails, notApplicable, notChecked, passes } from '../outcome.ts'

export const accessibilityStatement: CheckRule = {
  id: 'R-10',
  needsPage: false,
  judge: site => {
    const { employees, aboveTwoMillion } = site.facts
    if (employees === undefined && aboveTwoMillion !== true) return notChecked('unknown_size')
    if ((employees ?? 0) < 10 && aboveTwoMillion !== true) return notApplicable('micro_enterprise')
    const answer = site.snapshot.human?.accessibilityStatement
    const isLinked = site.screens.some(screen => screen.links.some(link => isLinkOfKind(link, 'accessibility')))
    if (isLinked || answer === 'published' || answer === 'exemption_noted') return passes()
    return answer === 'missing' ? fails([{ cause: 'accessibility.no_statement', page: site.start?.url ?? site.snapshot.pages[0]?.finalUrl ?? '' }]) : notChecked('no_human')
  },
}
