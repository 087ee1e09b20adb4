import { compareAudits, findingKey, type CheckChange } from '@digitallotsen/audit/comparison.rules.ts'
import type { AuditComparison, FindingPlace } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { toPlace, toResult, type StoredFinding } from './findings.rules.ts'

export const changesBetween = (before: readonly StoredFinding[], after: readonly StoredFinding[]): CheckChange[] => compareAudits(before.map(toResult), after.map(toResult))

const placesWith = (finding: StoredFinding | undefined, keys: readonly string[]): FindingPlace[] =>
  (finding?.places ?? []).filter(place => keys.includes(findingKey(finding?.checkId ?? '', place))).map(toPlace)

/** Check by check, with the places themselves: what is gone as it stood before, the rest as it stands now. */
export const compareFindings = (before: readonly StoredFinding[], after: readonly StoredFinding[]): AuditComparison['checks'] => {
  const find = (list: readonly StoredFinding[], id: string) => list.find(({ checkId }) => checkId === id)
  return changesBetween(before, after).flatMap(({ id, change, fixed, added, still }) => {
    const [past, now] = [find(before, id), find(after, id)]
    if (!now) return []
    const { area, title, severity } = now
    const stays = change === 'unknown' ? past : now
    return [{ checkId: id, area, title, severity, change, fixed: placesWith(past, fixed), added: placesWith(now, added), still: placesWith(stays, still) }]
  })
}
