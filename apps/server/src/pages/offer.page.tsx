import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { offerJsonLd } from '@digitallotsen/domain/listing/json-ld.rules.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { addressOf, mainLocale } from './addresses.ts'
import { Layout } from './layout.tsx'
import type { PageFrame } from './page-frame.ts'
import { businessPath, offerPath, platformPaths } from './platform-addresses.ts'
import { platformWordsOf } from './platform-words.ts'
import { Breadcrumb, breadcrumbData } from './platform/breadcrumb.tsx'
import { OfferBusinesses } from './platform/offer-card.tsx'
import { offerDates } from './platform/offer-dates.ts'
import { Paragraphs } from './platform/paragraphs.tsx'
import { langOfTheirs } from './platform/platform-frame.ts'
import type { OfferView } from './public-pages.types.ts'

/** The offer as search engines read it; the same in every language. None for a page that names no address of its own. */
const offerData = ({ origin, pack }: PageFrame, offer: OfferView['offer']): object[] => {
  if (origin === null) return []
  const urlOf = (path: string) => origin + addressOf(mainLocale, path)
  return [offerJsonLd({ offer, pageUrl: urlOf(offerPath(offer.id)), businessUrl: slug => urlOf(businessPath(slug)), town: pack.name })]
}

const Facts: Component<{ frame: PageFrame; view: OfferView }> = props => {
  const items = () => {
    const { frame, view: { offer, now } } = props
    const words = platformWordsOf(frame.locale)
    const { content, businesses } = offer
    const theirs = (text: string) => <span lang={langOfTheirs(frame)}>{text}</span>
    return [
      { term: words.when, description: <strong>{offerDates(frame.locale, content, wallTimeAt(now, germanZone).date)}</strong> },
      ...(content.venue === null ? [] : [{ term: words.venue, description: theirs(content.venue) }]),
      ...(content.priceText === null ? [] : [{ term: words.price, description: theirs(content.priceText) }]),
      ...(businesses.length === 0 ? [] : [{ term: words.who, description: <OfferBusinesses frame={frame} businesses={businesses} /> }]),
    ]
  }
  return <DefinitionList items={items()} />
}

/** One offer, or one event. */
export const OfferPage: Component<{ frame: PageFrame; view: OfferView }> = props => {
  const { frame, view: { offer } } = props
  const words = platformWordsOf(frame.locale)
  const lang = langOfTheirs(frame)
  const { title, text, kind } = offer.content
  const way = [{ path: platformPaths.offers, label: words.offers }]
  return (
    <Layout frame={frame} title={`${title} – ${frame.pack.name}`} description={text.slice(0, 160)} data={[...offerData(frame, offer), ...breadcrumbData(frame, way, title)]}>
      <article class="wrap narrow platform">
        <Breadcrumb frame={frame} way={way} here={title} />
        <header class="flow">
          <Show when={offer.sample}><p class="small muted"><Badge tone="warning">{words.invented}</Badge> {words.inventedOffer}</p></Show>
          <p class="muted">{words.kind[kind]}</p>
          <h1 lang={lang}>{title}</h1>
        </header>
        <Facts frame={frame} view={props.view} />
        <div class="flow" lang={lang}><Paragraphs text={text} /></div>
      </article>
    </Layout>
  )
}
