import { changedParts } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'

export type Part = keyof ListingContent
export type Patch = Partial<ListingContent>

/** What this device has changed and the server has not confirmed: by part, what stood there before and what shall stand there. */
export type Edits = { before: Patch; mine: Patch }

export const noEdits: Edits = { before: {}, mine: {} }

const partsIn = (patch: Patch): Part[] => Object.keys(patch) as Part[]

/** The parts in which two records differ, however their keys are ordered. */
export const differing = (a: ListingContent, b: ListingContent): Part[] => changedParts({ content: a, photos: [] }, { content: b, photos: [] }) as Part[]

/** The parts of a patch that stand in the record as they were sent. */
export const partsMetBy = (patch: Patch, held: ListingContent): Part[] => {
  const others = differing(held, { ...held, ...patch })
  return partsIn(patch).filter(part => !others.includes(part))
}

export const pick = (patch: Patch, parts: readonly Part[]): Patch => Object.fromEntries(partsIn(patch).flatMap(part => (parts.includes(part) ? [[part, patch[part]]] : [])))

export const without = ({ before, mine }: Edits, parts: readonly Part[]): Edits => {
  const left = partsIn(mine).filter(part => !parts.includes(part))
  return { before: pick(before, left), mine: pick(mine, left) }
}

export const editedParts = ({ mine }: Edits): Part[] => partsIn(mine)

/** The record as this device shows it. */
export const withEdits = (held: ListingContent, { mine }: Edits): ListingContent => ({ ...held, ...mine })

/** Takes in what was typed; what is typed back to where it began is no edit any more. */
export const addEdits = (edits: Edits, held: ListingContent, patch: Patch): Edits => {
  const before = { ...pick(held, partsIn(patch)), ...edits.before }
  const mine = { ...edits.mine, ...patch }
  const changed = differing({ ...held, ...before }, { ...held, ...mine })
  return without({ before, mine }, partsIn(mine).filter(part => !changed.includes(part)))
}

/** Parts that were changed here and, to something else, elsewhere. */
export const clashingParts = ({ before, mine }: Edits, held: ListingContent): Part[] => {
  const changedThere = differing({ ...held, ...before }, held)
  const otherThanMine = differing({ ...held, ...mine }, held)
  return partsIn(mine).filter(part => changedThere.includes(part) && otherThanMine.includes(part))
}

/** After a record came from elsewhere: what already stands there needs no sending. */
export const meet = (edits: Edits, held: ListingContent): Edits => {
  const open = differing(withEdits(held, edits), held)
  return without(edits, editedParts(edits).filter(part => !open.includes(part)))
}

/** These parts now begin from what the server holds, so that they may be sent over it. */
export const rebase = ({ before, mine }: Edits, held: ListingContent, parts: readonly Part[]): Edits => ({
  before: { ...before, ...pick(held, parts.filter(part => part in mine)) },
  mine,
})

/** After the server took what was sent: parts typed on since then stay, and begin from the new record. */
export const afterSaving = (edits: Edits, sent: Patch, held: ListingContent): Edits => {
  const typedOn = differing({ ...held, ...sent }, { ...held, ...pick(edits.mine, partsIn(sent)) })
  const rest = without(edits, partsIn(sent).filter(part => !typedOn.includes(part)))
  return rebase(rest, held, typedOn)
}
