import type { MentorshipState } from './mentorship.schemas.ts'

export type TrafficLight = 'green' | 'yellow' | 'red'
export type ContactFacts = { state: MentorshipState; lastContactAt: Date | null; phaseSince: Date }

/** Days without contact after which the light changes (domain.md §1.3). */
export const lightDays = { yellow: 21, red: 42 } as const
/** Days after which somebody is reminded, and whom: first the guide, then the office. */
export const reminderSteps = [{ days: 9, whom: 'guide' }, { days: 21, whom: 'guide' }, { days: 45, whom: 'office' }] as const
export type ReminderStep = (typeof reminderSteps)[number]

const dayMs = 86_400_000

/** When contact is counted from: the last one, or the day since which the case stands where it is. */
export const contactSince = ({ lastContactAt, phaseSince }: ContactFacts): Date => lastContactAt ?? phaseSince

/** Whole days since the last contact. */
export const daysWithoutContact = (facts: ContactFacts, now: Date): number => Math.floor((now.getTime() - contactSince(facts).getTime()) / dayMs)

/** More than 21 days are yellow, more than 42 red; only a case that is under way has a light, so a paused one does not count. */
export const trafficLight = (facts: ContactFacts, now: Date): TrafficLight | null => {
  if (facts.state !== 'active') return null
  const days = daysWithoutContact(facts, now)
  return days > lightDays.red ? 'red' : days > lightDays.yellow ? 'yellow' : 'green'
}

/** The latest step that is due and was not taken since the last contact; earlier ones that were missed are not made up for. */
export const dueReminder = (facts: ContactFacts, taken: readonly number[], now: Date): ReminderStep | undefined => {
  if (facts.state !== 'active') return undefined
  const days = daysWithoutContact(facts, now)
  const step = reminderSteps.findLast(each => days >= each.days)
  return step && !taken.some(done => done >= step.days) ? step : undefined
}
