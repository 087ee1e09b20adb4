/** The eight phases of a mentorship in their order, ids as in the framework's process.yaml (domain.md §1.3). */
export const phases = ['interest', 'accepted', 'first_talk', 'check', 'plan', 'implementation', 'closing', 'aftercare'] as const

/** `waiting`: no guide yet · `offered`: a guide was asked · `active` · `paused` · `ended`: the outcome says how. */
export const mentorshipStates = ['waiting', 'offered', 'active', 'paused', 'ended'] as const

/** Why a mentorship rests or breaks off (domain.md §1.3). */
export const pauseReasons = ['time', 'task', 'change', 'unsuitable', 'illness', 'season', 'other'] as const

/** What came of it, said honestly. */
export const outcomes = ['helped', 'no_help_possible', 'not_reachable', 'not_for_us', 'withdrew'] as const
