import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { mailHref } from '../contact.ts'
import { longDay } from '../page-dates.ts'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'
import type { BusinessView } from '../public-pages.types.ts'

/** To the city's office with the page named, or to whatever other way to it there is. */
const reportHref = (frame: PageFrame, name: string): string => {
  const { email } = frame.pack.city.contact
  if (email === null) return `${linkFrom(frame, '/')}#kontakt`
  const subject = encodeURIComponent(platformWordsOf(frame.locale).reportSubject(name))
  const body = frame.origin === null || frame.path === null ? '' : `&body=${encodeURIComponent(frame.origin + linkFrom(frame, frame.path))}`
  return `${mailHref(email)}?subject=${subject}${body}`
}

/** How old it is, and whom to tell when it is wrong. */
export const BusinessFoot: Component<{ frame: PageFrame; listing: BusinessView['listing'] }> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const changed = () => longDay(props.frame.locale, wallTimeAt(new Date(props.listing.updatedAt), germanZone).date)
  return (
    <footer class="business-foot small muted">
      <p>{words().updated(changed())}</p>
      <p class="no-print"><a class="target" href={reportHref(props.frame, props.listing.content.name)}>{words().report}</a></p>
      <Show when={!props.listing.sample}><p class="no-print">{words().isItYours} <a class="target" href={linkFrom(props.frame, '/anmelden')}>{words().toOwnPage}</a></p></Show>
    </footer>
  )
}
