import type { CheckRule, Place } from '../check.types.ts'
import { fails, failsAt, notChecked } from '../outcome.ts'

type Tags = Readonly<Record<string, string>>

const wanted: readonly [field: string, isThere: (tags: Tags) => boolean][] = [
  ['opening_hours', tags => Boolean(tags['opening_hours'])],
  ['phone', tags => Boolean(tags['phone'] || tags['contact:phone'])],
  ['website', tags => Boolean(tags['website'] || tags['contact:website'] || tags['url'])],
  ['addr:*', tags => Boolean(tags['addr:street'] && tags['addr:housenumber'])],
  ['wheelchair', tags => Boolean(tags['wheelchair'])],
  ['payment:*', tags => Object.keys(tags).some(key => key.startsWith('payment:'))],
]

/** The keys by which a map entry is a place of business. */
const kinds = ['shop', 'craft', 'amenity', 'office', 'tourism', 'healthcare', 'leisure', 'club']

export const mapEntry: CheckRule = {
  id: 'F-08',
  needsPage: false,
  judge: ({ snapshot, today }) => {
    if (!snapshot.osm) return notChecked('no_map')
    const tags = snapshot.osm.object?.tags
    if (!tags || !kinds.some(kind => tags[kind])) return fails([{ cause: 'map.none' }], { fields: [] })
    const missing = wanted.filter(([, isThere]) => !isThere(tags)).map(([field]) => field)
    const checked = tags['check_date'] ?? tags['check_date:opening_hours']
    const old: Place[] = checked && checked.slice(0, 4) < String(Number(today.slice(0, 4)) - 2) ? [{ cause: 'map.old', quote: checked }] : []
    return failsAt(missing.map(quote => ({ cause: 'map.missing', quote })), { fields: missing }, old)
  },
}
