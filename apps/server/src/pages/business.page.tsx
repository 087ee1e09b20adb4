import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { businessData } from './business/business-data.ts'
import { BusinessFoot } from './business/foot.tsx'
import { BusinessHead } from './business/business-head.tsx'
import { Address, Contact } from './business/contact.tsx'
import { Gallery } from './business/gallery.tsx'
import { GoodToKnow } from './business/good-to-know.tsx'
import { Opening } from './business/opening.tsx'
import { Layout } from './layout.tsx'
import { socialPicturePath } from './machine-addresses.ts'
import { firstText } from './page-texts.ts'
import type { PageFrame } from './page-frame.ts'
import { directoryPath, photoPath, platformPaths } from './platform-addresses.ts'
import { platformWordsOf } from './platform-words.ts'
import { Breadcrumb, breadcrumbData, type Crumb } from './platform/breadcrumb.tsx'
import { OfferCard } from './platform/offer-card.tsx'
import { offerDates } from './platform/offer-dates.ts'
import { Photo } from './platform/photo.tsx'
import { Paragraphs } from './platform/paragraphs.tsx'
import { hasOffers, langOfTheirs, sceneOf, type PlatformScene } from './platform/platform-frame.ts'
import { categoryLabels, findDistrictName } from './platform/platform-labels.ts'
import type { BusinessView } from './public-pages.types.ts'

type PartProps = { scene: PlatformScene; view: BusinessView }

const wayOf = (frame: PageFrame, { listing }: BusinessView): Crumb[] => {
  const { districtId } = listing.content.address
  const district = findDistrictName(frame, districtId)
  return [
    { path: platformPaths.directory, label: platformWordsOf(frame.locale).businesses },
    ...(district === undefined ? [] : [{ path: directoryPath({ district: districtId }), label: district }]),
  ]
}

const titleOf = (frame: PageFrame, { listing }: BusinessView): string => {
  const [trade] = categoryLabels(frame, listing.content.categories)
  return `${listing.content.name} – ${[trade, frame.pack.name].filter(Boolean).join(', ')}`
}

const descriptionOf = ({ listing: { content } }: BusinessView): string | undefined => firstText(content.tagline, content.story.slice(0, 160)) || undefined

/** What one looks up: when, where, how to reach them. */
const LookUp: Component<PartProps> = props => {
  const words = () => platformWordsOf(props.scene.frame.locale)
  const content = () => props.view.listing.content
  return (
    <div class="card look-up">
      <h2 class="card-title">{words().openingHours}</h2>
      <Show when={content().hours} fallback={<p class="muted">{words().noHours}</p>}>{hours => <Opening scene={props.scene} hours={hours()} />}</Show>
      <h2 class="card-title">{words().address}</h2>
      <Address frame={props.scene.frame} content={content()} />
      <h2 class="card-title">{words().contact}</h2>
      <Contact frame={props.scene.frame} content={content()} slug={props.view.listing.slug} />
    </div>
  )
}

const Offers: Component<PartProps> = props => (
  <Show when={hasOffers(props.scene.frame) && props.view.offers.length > 0}>
    <h2>{platformWordsOf(props.scene.frame.locale).currentOffers}</h2>
    <ul class="tiles">
      <For each={props.view.offers}>
        {offer => <OfferCard frame={props.scene.frame} offer={offer} dates={offerDates(props.scene.frame.locale, offer.content, props.scene.today)} />}
      </For>
    </ul>
  </Show>
)

const Story: Component<PartProps> = props => (
  <div class="flow">
    <Show when={props.view.listing.content.story}>
      {story => (
        <>
          <h2>{platformWordsOf(props.scene.frame.locale).about}</h2>
          <div class="flow prose" lang={langOfTheirs(props.scene.frame)}><Paragraphs text={story()} /></div>
        </>
      )}
    </Show>
    <Gallery frame={props.scene.frame} photos={props.view.listing.photos.slice(1)} />
    <Offers {...props} />
    <GoodToKnow frame={props.scene.frame} content={props.view.listing.content} />
  </div>
)

/** The page of a business. */
export const BusinessPage: Component<{ frame: PageFrame; view: BusinessView }> = props => {
  const { frame, view } = props
  const { listing } = view
  const scene = sceneOf(frame, view.now, view.holidays)
  const way = wayOf(frame, view)
  const [photo] = listing.photos
  return (
    <Layout
      frame={frame} title={titleOf(frame, view)} description={descriptionOf(view)} kind="business.business"
      image={photo ? { path: photoPath(photo.fileId), alt: photo.alt } : { path: socialPicturePath(listing.slug), alt: listing.content.name }} data={[...businessData(scene, listing), ...breadcrumbData(frame, way, listing.content.name)]}
    >
      <article class="wrap platform">
        <Breadcrumb frame={frame} way={way} here={listing.content.name} />
        <div class={photo ? 'business-top business-top-photo' : 'business-top'}>
          <BusinessHead scene={scene} listing={listing} />
          <Show when={photo}>{first => <Photo photo={first()} first sizes="(min-width: 60em) 40vw, 100vw" lang={langOfTheirs(frame)} />}</Show>
        </div>
        <div class="beside beside-first">
          <LookUp scene={scene} view={view} />
          <Story scene={scene} view={view} />
        </div>
        <BusinessFoot frame={frame} listing={listing} />
      </article>
    </Layout>
  )
}
