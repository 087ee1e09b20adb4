import type { Outcome, Place } from './check.types.ts'
import type { ReasonCode } from './reason-texts.de.ts'
import type { SiteSnapshot } from './site.types.ts'

/** Nothing is wrong; notes may still say what is worth knowing. */
export const passes = (notes: readonly Place[] = []): Outcome => ({ verdict: 'pass', places: [], notes: notes.map(shorten), values: {} })

/** Something is wrong at these places; at most 50 are kept, equal ones once. */
export const fails = (places: readonly Place[], values: Outcome['values'] = {}, notes: readonly Place[] = []): Outcome => ({
  verdict: 'fail',
  places: distinct(places).slice(0, 50).map(shorten),
  notes: notes.map(shorten),
  values,
})

/** Fails where there are places, else passes. */
export const failsAt = (places: readonly Place[], values: Outcome['values'] = {}, notes: readonly Place[] = []): Outcome =>
  places.length > 0 ? fails(places, values, notes) : passes(notes)

export const notChecked = (reason: ReasonCode): Outcome => ({ verdict: 'not_checked', reason, places: [], notes: [], values: {} })

/** What only a browser sees was not seen: there is none, or the page did not come in it. */
export const notRendered = ({ renderFailed }: Pick<SiteSnapshot, 'renderFailed'>): Outcome => notChecked(renderFailed ? 'not_rendered' : 'no_browser')

export const notApplicable = (reason: ReasonCode, notes: readonly Place[] = []): Outcome => ({ verdict: 'not_applicable', reason, places: [], notes: notes.map(shorten), values: {} })

const maxQuote = 200

const shorten = (place: Place): Place => (place.quote === undefined || place.quote.length <= maxQuote ? place : { ...place, quote: `${place.quote.slice(0, maxQuote - 1)}…` })

const distinct = (places: readonly Place[]): Place[] => [...new Map(places.map(place => [[place.cause, place.page ?? '', place.quote ?? '', place.selector ?? ''].join('\n'), place])).values()]
