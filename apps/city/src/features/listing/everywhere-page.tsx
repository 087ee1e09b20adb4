import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Tabs } from '@digitallotsen/ui/tabs.tsx'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createLaterPart } from '../../lib/later-part.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useListingHome } from './listing-context.ts'

const ProfileList = createLaterPart(async () => (await import('./profile-list.tsx')).ProfileList)
const CompareForm = createLaterPart(async () => (await import('./compare-form.tsx')).CompareForm)
const Sheets = createLaterPart(async () => (await import('./sheets.tsx')).Sheets)

const Overview: Component<{ sheets: boolean }> = props => {
  const texts = useTexts('listing')
  const words = useTexts('everywhere')
  const home = useListingHome()
  usePage(() => words.title)
  return (
    <>
      <BackLink href={home}>{texts.backToHub}</BackLink>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Tabs
        label={words.views}
        items={[
          { href: `${home}/ueberall`, label: words.compare, current: !props.sheets },
          { href: `${home}/ueberall?ansicht=texte`, label: words.sheets, current: props.sheets },
        ]}
      />
      <Show when={props.sheets} fallback={<ProfileList />}><Sheets /></Show>
    </>
  )
}

/** Where else the business stands: one place with `?ort=`, the texts to copy with `?ansicht=texte`. */
export const EverywherePage: Component = () => {
  const [search] = useSearchParams<{ ort?: string; ansicht?: string }>()
  return (
    <div class="columns">
      <div class="flow">
        <Switch fallback={<Overview sheets={search.ansicht === 'texte'} />}>
          <Match when={search.ort} keyed>{channel => <CompareForm channel={channel} />}</Match>
        </Switch>
      </div>
      <ContactAside />
    </div>
  )
}
