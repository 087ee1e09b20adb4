import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Facts } from '@digitallotsen/ui/facts.tsx'
import { useApp } from '../../app/app-context.ts'
import { NotFoundPage } from '../../app/not-found-page.tsx'
import type { CityDetail } from '../../lib/console-port.ts'
import { formatInstant, formatNumber } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { cityQuery } from '../../lib/queries.ts'
import { SignedIn } from '../../lib/signed-in.tsx'
import { Checklist } from './checklist.tsx'
import { CityBadges } from './city-badges.tsx'
import { FiguresAge } from './figures-age.tsx'
import { Revisions } from './revisions.tsx'
import { ThemeNotes } from './theme-notes.tsx'

/** On a machine of one's own, cities answer at the console's port. */
const addressOf = (host: string): string => `${window.location.protocol}//${host}${window.location.port && `:${window.location.port}`}/`

const Hosts: Component<{ hosts: readonly string[] }> = props => (
  <Show when={props.hosts.length > 0} fallback="noch keine">
    <For each={props.hosts}>{host => <p><a href={addressOf(host)} rel="external">{host}</a></p>}</For>
  </Show>
)

const Figures: Component<{ city: CityDetail }> = props => (
  <section class="flow">
    <h2 class="hidden">Zahlen</h2>
    <Facts
      items={[
        { label: 'Betriebe', value: formatNumber(props.city.merchants) },
        { label: 'Checks', value: formatNumber(props.city.assessments) },
        { label: 'Pläne', value: formatNumber(props.city.plans) },
        { label: 'Maßnahmen erledigt', value: formatNumber(props.city.tasksDone) },
      ]}
    />
    <p class="muted small">Stand der Zahlen: <FiguresAge at={props.city.figuresAt} /></p>
  </section>
)

const City: Component<{ city: CityDetail }> = props => {
  usePage(() => props.city.name)
  return (
    <>
      <div class="row">
        <h1>{props.city.name}</h1>
        <CityBadges city={props.city} />
      </div>
      <Figures city={props.city} />
      <section class="flow">
        <h2>Eckdaten</h2>
        <DefinitionList
          items={[
            { term: 'Adressen', description: <Hosts hosts={props.city.hosts} /> },
            { term: 'Kurzname', description: props.city.slug },
            { term: 'Amtlicher Gemeindeschlüssel', description: props.city.ags ?? 'noch nicht angegeben' },
            { term: 'Handlungsrahmen', description: `Version ${props.city.frameworkVersion}` },
            { term: 'Paket', description: props.city.packRevision > 0 ? `Stand ${props.city.packRevision}` : 'noch keines' },
            { term: 'Zuletzt geändert', description: formatInstant(props.city.updatedAt) },
          ]}
        />
      </section>
      <Checklist points={props.city.checklist} />
      <ThemeNotes notes={props.city.theme.notes} />
      <Revisions revisions={props.city.revisions} />
    </>
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const LoadedCity: Component<{ tenantId: string }> = props => {
  const app = useApp()
  const city = useQuery(() => cityQuery(app, props.tenantId))
  return (
    <div class="flow">
      <BackLink href="/">Alle Städte</BackLink>
      <Loaded query={city} failedTitle="Stadt">{detail => <City city={detail()} />}</Loaded>
    </div>
  )
}

export const CityPage: Component = () => {
  const params = useParams<{ tenantId: string }>()
  return (
    <Show when={uuid.test(params.tenantId)} fallback={<NotFoundPage />}>
      <SignedIn>
        <LoadedCity tenantId={params.tenantId} />
      </SignedIn>
    </Show>
  )
}
