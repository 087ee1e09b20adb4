import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Section } from '@digitallotsen/ui/section.tsx'
import { Steps } from '@digitallotsen/ui/steps.tsx'
import { addressOf } from './addresses.ts'
import { Call } from './home/call.tsx'
import { Districts } from './home/districts.tsx'
import { Example } from './home/example.tsx'
import { Fields } from './home/fields.tsx'
import { GoodToKnow } from './home/good-to-know.tsx'
import { Guides } from './home/guides.tsx'
import { HomeHero } from './home/hero.tsx'
import { Partners } from './home/partners.tsx'
import { PlatformNews, type News } from './home/platform-news.tsx'
import { WebsiteCheck } from './home/website-check.tsx'
import { kept } from './kept-part.tsx'
import { Layout } from './layout.tsx'
import { firstText, textOf } from './page-texts.ts'
import type { PageFrame } from './page-frame.ts'

const steps = ['check', 'result', 'plan', 'together']

/** For search engines: what the service is and for which city. */
const serviceData = ({ pack, origin, locale }: PageFrame, description: string) => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentService',
  name: pack.programme,
  description,
  ...(origin ? { url: origin } : {}),
  areaServed: { '@type': 'City', name: pack.name },
  provider: { '@type': 'Organization', name: pack.city.contact.organisation },
  availableChannel: { '@type': 'ServiceChannel', ...(origin ? { serviceUrl: origin + addressOf(locale, '/check') } : {}), availableLanguage: pack.languages },
})

/** Between head and footer nothing depends on who asks; only what is new on the platform comes from rows. */
const Service = kept(props => (
  <>
    <HomeHero frame={props.frame} />
    <Section id="ablauf" title={textOf(props.frame, 'home.steps.title')}>
      <Steps items={steps.map(step => ({ title: textOf(props.frame, `home.steps.${step}.title`), text: textOf(props.frame, `home.steps.${step}.text`) })).filter(({ title }) => title !== '')} />
    </Section>
    <Fields frame={props.frame} />
    <Example frame={props.frame} />
    <Show when={props.frame.pack.features.websiteCheck}><WebsiteCheck frame={props.frame} /></Show>
    <GoodToKnow frame={props.frame} />
    <Show when={props.frame.pack.features.mentorships}><Guides frame={props.frame} /></Show>
  </>
))

const Around = kept(props => (
  <>
    <Districts frame={props.frame} />
    <Partners frame={props.frame} />
    <Call frame={props.frame} />
  </>
))

/** The start page of a city. */
export const HomePage: Component<{ frame: PageFrame; news: News }> = props => {
  const text = (key: string) => textOf(props.frame, `home.${key}`)
  const description = firstText(text('metaDescription'), text('lead'), props.frame.pack.claim, props.frame.pack.programme)
  return (
    <Layout frame={props.frame} title={firstText(text('metaTitle'), props.frame.pack.programme)} description={description} data={serviceData(props.frame, description)}>
      <Service frame={props.frame} />
      <PlatformNews frame={props.frame} news={props.news} />
      <Around frame={props.frame} />
    </Layout>
  )
}
