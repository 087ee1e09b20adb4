import { moderationFor } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingDraft, Moderation } from '@digitallotsen/domain/listing/listing.schemas.ts'

export type StandingKind = 'new' | 'ready' | 'rejected' | 'pending' | 'live' | 'live_changed' | 'live_waiting' | 'taken_down'

export type Standing = {
  kind: StandingKind
  /** What the main button does; `none` where there is nothing to hand in. */
  submit: 'first' | 'changes' | 'none'
  /** Whether what is handed in appears at once. */
  appears: boolean
  canWithdraw: boolean
  /** True where handing in again brings back just what was withdrawn. */
  undoable: boolean
}

const kindOf = ({ state, waiting, differs, officeReason, gaps }: ListingDraft): StandingKind => {
  if (state === 'taken_down') return 'taken_down'
  if (state === 'pending') return 'pending'
  if (state === 'published') return waiting ? 'live_waiting' : differs ? 'live_changed' : 'live'
  if (officeReason !== null) return 'rejected'
  return gaps.length > 0 ? 'new' : 'ready'
}

const submits: Readonly<Record<StandingKind, Standing['submit']>> = {
  new: 'first', ready: 'first', rejected: 'first', pending: 'none', live: 'none', live_changed: 'changes', live_waiting: 'none', taken_down: 'first',
}

/** Where a listing stands, and what its people can do next. `changedSince`: something was saved after what now waits for the office. */
export const standingOf = (draft: ListingDraft, usual: Moderation, changedSince = false): Standing => {
  const kind = kindOf(draft)
  const appears = moderationFor(draft.state, usual) === 'after'
  const isWaiting = kind === 'pending' || kind === 'live_waiting'
  return {
    kind,
    submit: isWaiting && changedSince ? 'changes' : submits[kind],
    appears,
    canWithdraw: draft.state === 'published' || draft.state === 'pending',
    undoable: (draft.state === 'pending' && !changedSince) || (appears && kind === 'live'),
  }
}
