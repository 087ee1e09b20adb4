import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { telHref } from '../contact.ts'
import { platformWordsOf } from '../platform-words.ts'
import { OpeningState } from '../platform/opening-state.tsx'
import { findRouteHref, findWebHref, hostName } from '../platform/outside-links.ts'
import { langOfTheirs, type PlatformScene } from '../platform/platform-frame.ts'
import { categoryLabels } from '../platform/platform-labels.ts'
import type { BusinessView } from '../public-pages.types.ts'

type HeadProps = { scene: PlatformScene; listing: BusinessView['listing'] }

/** The business's own pages come first: this one does not compete with them. */
const Ways: Component<HeadProps> = props => {
  const words = () => platformWordsOf(props.scene.frame.locale)
  const content = () => props.listing.content
  const phone = () => content().phones.find(({ kind }) => kind === 'landline' || kind === 'mobile')
  const website = () => findWebHref(content().website)
  return (
    <div class="actions">
      <Show when={website()}>{href => <LinkButton href={href()} size="large" iconEnd="external">{words().toWebsite(hostName(href()))}</LinkButton>}</Show>
      <Show when={phone()}>{each => <LinkButton href={telHref(each().number)} variant={website() ? 'secondary' : 'primary'} size="large" icon="phone">{words().call}</LinkButton>}</Show>
      <Show when={findRouteHref(content())}>{href => <LinkButton href={href()} variant="secondary" size="large" icon="pin">{words().route}</LinkButton>}</Show>
    </div>
  )
}

/** Who it is, whether it is open, and the shortest ways to it. */
export const BusinessHead: Component<HeadProps> = props => {
  const frame = () => props.scene.frame
  const lang = () => langOfTheirs(frame())
  const content = () => props.listing.content
  const words = () => platformWordsOf(frame().locale)
  return (
    <header class="flow">
      <Show when={props.listing.sample}>
        <p class="small muted"><Badge tone="warning">{words().invented}</Badge> {words().inventedBusiness}</p>
      </Show>
      <Show when={categoryLabels(frame(), content().categories).join(' · ')}>{trades => <p class="muted">{trades()}</p>}</Show>
      <h1 lang={lang()}>{content().name}</h1>
      <Show when={content().tagline}>{tagline => <p class="lead" lang={lang()}>{tagline()}</p>}</Show>
      <Show when={content().hours}>{hours => <OpeningState scene={props.scene} hours={hours()} />}</Show>
      <Ways {...props} />
    </header>
  )
}
