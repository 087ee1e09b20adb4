import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show, createMemo, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Facts } from '@digitallotsen/ui/facts.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import type { CityRow } from '../../lib/console-port.ts'
import { formatNumber } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { citiesQuery } from '../../lib/queries.ts'
import { SignedIn } from '../../lib/signed-in.tsx'
import { readOrder, searchCities, sortCities, sumOf } from './city-list.ts'
import { CityTable } from './city-table.tsx'
import { count } from './city-words.ts'

const Totals: Component<{ cities: readonly CityRow[] }> = props => {
  const online = () => props.cities.filter(({ state }) => state === 'live').length
  const waiting = () => props.cities.filter(({ openChecks }) => openChecks > 0).length
  return (
    <Facts
      items={[
        { label: 'Städte', value: formatNumber(props.cities.length), note: `${online()} davon online` },
        { label: 'Betriebe', value: formatNumber(sumOf(props.cities, 'merchants')), note: `${formatNumber(sumOf(props.cities, 'assessments'))} Checks` },
        { label: 'Pläne', value: formatNumber(sumOf(props.cities, 'plans')), note: `${formatNumber(sumOf(props.cities, 'tasksDone'))} Maßnahmen erledigt` },
        { label: 'Punkte zu prüfen', value: formatNumber(sumOf(props.cities, 'openChecks')), note: `in ${count(waiting(), 'einer Stadt', 'Städten')}` },
      ]}
    />
  )
}

const Cities: Component<{ cities: readonly CityRow[] }> = props => {
  const [params, setParams] = useSearchParams<{ suche?: string; sortierung?: string; richtung?: string }>()
  const [search, setSearch] = createSignal(params.suche ?? '')
  const sort = () => readOrder(params.sortierung, params.richtung)
  const found = createMemo(() => sortCities(searchCities(props.cities, search()), sort()))
  const look = (text: string) => {
    setSearch(text)
    setParams({ suche: text }, { replace: true, scroll: false })
  }
  return (
    <>
      <Totals cities={props.cities} />
      <form role="search" class="search" onSubmit={event => event.preventDefault()}>
        <TextInput name="suche" type="search" width="m" autocomplete="off" label="Stadt suchen" hint="Name, AGS, Adresse oder Zustand" value={search()} onInput={event => look(event.currentTarget.value)} />
        <p role="status" class="muted">{search().trim() ? `${found().length} von ${count(props.cities.length, 'einer Stadt', 'Städten')}` : count(props.cities.length, 'Eine Stadt', 'Städte')}</p>
      </form>
      <Show
        when={found().length > 0}
        fallback={
          <EmptyState title="Keine Stadt gefunden" icon="search" action={<Button variant="secondary" onClick={() => look('')}>Suche leeren</Button>}>
            Zu „{search().trim()}“ gibt es keine Stadt. Prüfen Sie die Schreibweise.
          </EmptyState>
        }
      >
        <CityTable cities={found()} sort={sort()} search={search()} />
      </Show>
    </>
  )
}

const AllCities: Component = () => {
  const app = useApp()
  const cities = useQuery(() => citiesQuery(app))
  usePage(() => 'Städte')
  return (
    <div class="flow">
      <h1>Städte</h1>
      <Loaded query={cities}>
        {list => (
          <Show
            when={list().length > 0}
            fallback={
              <EmptyState title="Noch keine Stadt" icon="globe">
                Hier stehen alle Städte, sobald ein Paket angewendet ist. Das geht mit dem Befehl <code>npm run pack -- apply</code>
              </EmptyState>
            }
          >
            <Cities cities={list()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}

export const CitiesPage: Component = () => (
  <SignedIn>
    <AllCities />
  </SignedIn>
)
