import { readJson, writeJson } from '../../lib/storage.ts'
import type { Shelf } from '../../lib/storage.ts'
import { editedParts, noEdits } from './record-edits.rules.ts'
import type { Edits, Part, Patch } from './record-edits.rules.ts'

/** One entry per part: two tabs that write at once cannot take each other's parts away. */
const prefixOf = (merchantId: string) => `dl:listing:${merchantId}:part:`

const asideKey = (merchantId: string) => `dl:listing:${merchantId}:aside`

/** What was laid aside for another version; it lasts until somebody decides. */
export const readAside = (shelf: Shelf, merchantId: string): Patch => readJson(shelf, asideKey(merchantId)) ?? {}

export const writeAside = (shelf: Shelf, merchantId: string, aside: Patch): void => {
  if (Object.keys(aside).length === 0) shelf.removeItem(asideKey(merchantId))
  else writeJson(shelf, asideKey(merchantId), aside)
}

type StoredPart = { before: unknown; mine: unknown }

export const readEdits = (shelf: Shelf, merchantId: string): Edits => {
  const prefix = prefixOf(merchantId)
  return shelf.keys().filter(key => key.startsWith(prefix)).reduce<Edits>((edits, key) => {
    const stored = readJson<StoredPart>(shelf, key)
    const part = key.slice(prefix.length)
    return stored ? { before: { ...edits.before, [part]: stored.before }, mine: { ...edits.mine, [part]: stored.mine } } : edits
  }, noEdits)
}

/** Brings the shelf to what is open now; only what has changed since `old` is touched. */
export const writeEdits = (shelf: Shelf, merchantId: string, old: Edits, now: Edits): void => {
  const keyOf = (part: Part) => prefixOf(merchantId) + part
  for (const part of editedParts(old)) if (!(part in now.mine)) shelf.removeItem(keyOf(part))
  for (const part of editedParts(now)) {
    if (old.mine[part] !== now.mine[part] || old.before[part] !== now.before[part]) writeJson(shelf, keyOf(part), { before: now.before[part], mine: now.mine[part] })
  }
}
