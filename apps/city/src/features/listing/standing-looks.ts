import type { Tone } from '@digitallotsen/ui/native.ts'
import type { StandingKind } from './standing.rules.ts'

export const standingTones: Readonly<Record<StandingKind, Tone>> = {
  new: 'neutral', ready: 'info', rejected: 'warning', pending: 'info', live: 'success', live_changed: 'success', live_waiting: 'success', taken_down: 'danger',
}
