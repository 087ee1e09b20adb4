export type CandidateFacts = {
  guideId: string
  name: string | null
  languages: readonly string[]
  districts: readonly string[]
  capacity: number
  load: number
  endsOn: string | null
}
export type CaseFacts = { languages: readonly string[]; districtId: string | null; dueOn: string }
export type CandidateReason = 'language' | 'district' | 'free_places' | 'no_place' | 'leaves_soon'
export type Candidate = { guideId: string; name: string | null; freePlaces: number; reasons: CandidateReason[]; points: number }

const worth = { language: 3, district: 2, free_places: 1, no_place: -10, leaves_soon: -5 } as const satisfies Record<CandidateReason, number>

const reasonsOf = (guide: CandidateFacts, { languages, districtId, dueOn }: CaseFacts): CandidateReason[] => [
  ...(languages.some(wanted => guide.languages.includes(wanted)) ? ['language' as const] : []),
  ...(districtId !== null && guide.districts.includes(districtId) ? ['district' as const] : []),
  guide.load < guide.capacity ? 'free_places' : 'no_place',
  ...(guide.endsOn !== null && guide.endsOn <= dueOn ? ['leaves_soon' as const] : []),
]

/** Who may take a case over, the best first, each with what speaks for and against; among equals who has more room, then by name. */
export const rankCandidates = (guides: readonly CandidateFacts[], facts: CaseFacts): Candidate[] =>
  guides
    .map(guide => {
      const reasons = reasonsOf(guide, facts)
      return { guideId: guide.guideId, name: guide.name, freePlaces: Math.max(0, guide.capacity - guide.load), reasons, points: reasons.reduce((sum, reason) => sum + worth[reason], 0) }
    })
    .toSorted((a, b) => b.points - a.points || b.freePlaces - a.freePlaces || (a.name ?? '').localeCompare(b.name ?? '', 'de'))
