import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { openingSentence, weekLines } from '@digitallotsen/domain/listing/opening-sentence.rules.ts'
import { germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { Icon } from '@digitallotsen/ui/icon.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import type { HeadingLevel } from '@digitallotsen/ui/native.ts'
import { useApp } from '../../app/app-context.ts'
import { telHref } from '../../lib/contact.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useListing, usePhotos } from './listing-context.ts'
import { useSetting } from './listing.queries.ts'
import { useTradeNames } from './trade-names.ts'
import './preview.css'

type PartProps = { content: ListingContent; level: HeadingLevel }

const below = (level: HeadingLevel): HeadingLevel => Math.min(4, level + 1) as HeadingLevel

const Hours: Component<PartProps> = props => {
  const words = useTexts('listing').preview
  const { locale } = useApp()
  const setting = useSetting()
  const asked = () => ({ instant: new Date(), zone: germanZone, holidays: new Map((setting.data?.holidays ?? []).map(({ date, name }) => [date, name])) })
  return (
    <Show when={props.content.hours}>
      {hours => (
        <section>
          <Heading level={below(props.level)} class="preview-title">{words.hours}</Heading>
          <p class="preview-now">{openingSentence(hours(), asked(), locale)}</p>
          <dl class="preview-hours"><For each={weekLines(hours(), locale)}>{({ days, times }) => <div><dt>{days}</dt><dd>{times}</dd></div>}</For></dl>
          <Show when={hours().byAppointment}><p>{words.byAppointment}</p></Show>
          <Show when={hours().note}>{note => <p>{note()}</p>}</Show>
        </section>
      )}
    </Show>
  )
}

const Contact: Component<PartProps> = props => {
  const words = useTexts('listing').preview
  const labels = listingWords[useApp().locale]
  const bare = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  const line = (icon: IconName, text: string, href?: string) => (
    <li><Icon name={icon} /><Show when={href} fallback={<span>{text}</span>}>{address => <a href={address()} rel="external noopener" target="_blank">{text}</a>}</Show></li>
  )
  const address = () => {
    const { street, houseNumber, addition, postcode, town } = props.content.address
    return [[street, houseNumber].filter(Boolean).join(' '), addition, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  }
  return (
    <section>
      <Heading level={below(props.level)} class="preview-title">{words.contact}</Heading>
      <ul class="preview-lines">
        <Show when={address()}>{text => line('pin', text())}</Show>
        <For each={props.content.phones}>{({ kind, number }) => line('phone', kind === 'landline' ? number : `${labels.phones[kind]}: ${number}`, telHref(number))}</For>
        <Show when={props.content.email}>{email => line('mail', email(), `mailto:${email()}`)}</Show>
        <Show when={props.content.website}>{url => line('globe', bare(url()), url())}</Show>
        <For each={props.content.social}>{({ network, url }) => line('external', network === 'other' ? bare(url) : labels.networks[network], url)}</For>
      </ul>
    </section>
  )
}

const Service: Component<PartProps> = props => {
  const words = useTexts('listing').preview
  const { locale } = useApp()
  const labels = listingWords[locale]
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const lines = () => {
    const { languages, payment, accessibility } = props.content
    const access = [accessibility.wheelchair && labels.wheelchair[accessibility.wheelchair], ...accessibility.facts.map(fact => labels.facts[fact]), accessibility.note]
    return [
      [words.languages, languages.map(code => names.of(code) ?? code)],
      [words.payment, payment.map(method => labels.payment[method])],
      [words.accessibility, access.filter(text => text !== null)],
    ] as const
  }
  return (
    <dl class="preview-facts">
      <For each={lines().filter(([, texts]) => texts.length > 0)}>{([title, texts]) => <div><dt>{title}</dt><dd>{texts.join(', ')}</dd></div>}</For>
    </dl>
  )
}

/** The page as visitors will see it, from what stands in the fields right now; `short` leaves out what comes far below. */
export const ListingPreview: Component<{ level: HeadingLevel; short?: boolean }> = props => {
  const words = useTexts('listing').preview
  const session = useListing()
  const photos = usePhotos()
  const tradeNames = useTradeNames()
  const { city } = useApp()
  const content = session.content
  const district = () => city.districts.find(({ id }) => id === content().address.districtId)?.name
  const trades = () => [...tradeNames(content().categories), ...(district() ? [district()] : [])].join(' · ')
  return (
    <article class="preview">
      <Show when={photos.list()[0]} fallback={<div class="preview-blank"><Icon name="camera" size="large" /><span>{words.noPhoto}</span></div>}>
        {photo => <img src={`/files/${photo().fileId}`} alt={photo().alt} />}
      </Show>
      <div class="preview-body">
        <Show when={trades()}>{text => <p class="small muted">{text()}</p>}</Show>
        <Heading level={props.level} class="preview-name">{content().name}</Heading>
        <p classList={{ muted: content().tagline === null }}>{content().tagline ?? words.noTagline}</p>
        <Hours content={content()} level={props.level} />
        <Contact content={content()} level={props.level} />
        <Show when={!props.short && content().story}>
          {story => <section><Heading level={below(props.level)} class="preview-title">{words.story}</Heading><For each={story().split(/\n\s*\n/)}>{paragraph => <p>{paragraph}</p>}</For></section>}
        </Show>
        <Show when={!props.short}><Service content={content()} level={props.level} /></Show>
        <Show when={!props.short && photos.list().length > 1}>
          <div class="preview-more"><For each={photos.list().slice(1)}>{photo => <img src={`/files/${photo.fileId}`} alt={photo.alt} loading="lazy" />}</For></div>
        </Show>
      </div>
    </article>
  )
}
