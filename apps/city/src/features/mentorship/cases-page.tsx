import { useNavigate, useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { mentorshipStates, phases } from '@digitallotsen/domain/mentorship/mentorship.words.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { DataTable, type Column } from '@digitallotsen/ui/data-table.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Pagination } from '@digitallotsen/ui/pagination.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatShortDay } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { createTypedSearch } from '../../lib/typed-search.ts'
import type { Inputs } from '../../lib/trpc.ts'
import { casesQuery, type CasePage } from './mentorship.queries.ts'
import { StateBadges } from './state-badges.tsx'
import '../office/office.css'

type Address = { suche?: string; stand?: string; phase?: string; kontakt?: string; reihenfolge?: string; seite?: string }
const lights = ['green', 'yellow', 'red'] as const
const sorts = ['requested_at', 'last_contact', 'business'] as const

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined => allowed.find(one => one === value)

const asked = ({ suche, stand, phase: at, kontakt, reihenfolge, seite }: Address): Inputs['mentorship']['list'] & { page: number } => {
  const [state, inPhase, light, search] = [oneOf(mentorshipStates, stand), oneOf(phases, at), oneOf(lights, kontakt), suche?.trim()]
  return {
    ...(search ? { search } : {}), ...(state ? { state } : {}), ...(inPhase ? { phase: inPhase } : {}), ...(light ? { light } : {}),
    sort: oneOf(sorts, reihenfolge) ?? 'requested_at', page: Math.max(1, Math.trunc(Number(seite)) || 1), pageSize: 25,
  }
}

const addressOf = (base: string, address: Address, change: Partial<Address>): string => {
  const next = { ...address, ...('seite' in change ? {} : { seite: '' }), ...change }
  const query = new URLSearchParams(Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `${base}/buero/patenschaften${query.size > 0 ? `?${query}` : ''}`
}

const Filters: Component<{ address: Address; onChange: (change: Partial<Address>, typed?: boolean) => void }> = props => {
  const words = useTexts('mentorship')
  const search = createTypedSearch(props.address.suche ?? '', (suche, typed) => props.onChange({ suche }, typed))
  return (
    <form role="search" aria-label={words.office.title} class="stack" onSubmit={search.submit}>
      <div class="filters">
        <TextInput name="suche" type="search" autocomplete="off" label={words.office.search} value={search.text()} onInput={event => search.type(event.currentTarget.value)} />
        <Select name="stand" label={words.office.state} placeholder={words.office.all} value={props.address.stand} options={mentorshipStates.map(value => ({ value, label: words.states[value] }))} onChange={event => props.onChange({ stand: event.currentTarget.value })} />
        <Select name="phase" label={words.office.phase} placeholder={words.office.all} value={props.address.phase} options={phases.map(value => ({ value, label: words.phases[value] }))} onChange={event => props.onChange({ phase: event.currentTarget.value })} />
        <Select name="kontakt" label={words.office.light} placeholder={words.office.all} value={props.address.kontakt} options={lights.map(value => ({ value, label: words.lights[value] }))} onChange={event => props.onChange({ kontakt: event.currentTarget.value })} />
        <Select name="reihenfolge" label={words.office.sort} value={props.address.reihenfolge ?? 'requested_at'} options={sorts.map(value => ({ value, label: words.office.sorts[value] }))} onChange={event => props.onChange({ reihenfolge: event.currentTarget.value })} />
      </div>
    </form>
  )
}

const List: Component<{ found: CasePage; address: Address }> = props => {
  const words = useTexts('mentorship')
  const { base } = useApp()
  type Row = CasePage['rows'][number]
  const columns: readonly Column<Row>[] = [
    { key: 'business', title: words.office.business, heading: true, cell: row => <a href={`${base}/buero/patenschaften/${row.id}`}>{row.business}</a> },
    { key: 'state', title: words.office.state, cell: row => <StateBadges of={row} /> },
    { key: 'guide', title: words.office.guide, cell: row => row.guideName ?? '–' },
    { key: 'last', title: words.office.last, cell: row => (row.lastContactAt ? formatShortDay(row.lastContactAt, 'de') : '–') },
    { key: 'since', title: words.office.since, cell: row => formatShortDay(row.requestedAt, 'de') },
  ]
  const pageCount = () => Math.max(1, Math.ceil(props.found.total / props.found.pageSize))
  return (
    <>
      <p role="status"><strong>{words.office.found(props.found.total)}</strong></p>
      <DataTable caption={words.office.caption} captionHidden columns={columns} rows={props.found.rows} empty={<EmptyState title={words.office.emptyTitle} icon="search">{words.office.emptyText}</EmptyState>} />
      <Show when={pageCount() > 1}>
        <Pagination
          label={words.office.pages.label} page={props.found.page} pageCount={pageCount()} href={page => addressOf(base, props.address, { seite: String(page) })}
          previousLabel={words.office.pages.previous} nextLabel={words.office.pages.next} pageLabel={words.office.pages.page} status={words.office.pages.status(props.found.page, pageCount())}
        />
      </Show>
    </>
  )
}

/** All mentorships of the city, by state, phase, contact and name. */
export const CasesPage: Component = () => {
  const { api, base } = useApp()
  const core = useTexts()
  const words = useTexts('mentorship').office
  const navigate = useNavigate()
  const [search] = useSearchParams<Address>()
  const address = (): Address => ({ ...search })
  usePage(() => words.title)
  const cases = useQuery(() => ({ ...casesQuery(api, asked(address())), placeholderData: (previous: CasePage | undefined) => previous }))
  return (
    <Loaded query={cases} failed={privateFailure(words.title, () => void cases.refetch())}>
      {found => (
        <div class="flow" lang="de">
          <h1>{words.title}</h1>
          <p class="row">
            <LinkButton variant="secondary" href={`${base}/buero/zuordnung`}>{core.shell.matching}</LinkButton>
            <LinkButton variant="secondary" href={`${base}/buero/uebergaben`}>{core.shell.handovers}</LinkButton>
          </p>
          <Filters address={address()} onChange={(change, typed) => navigate(addressOf('', address(), change), { replace: typed ?? false, scroll: false })} />
          <List found={found()} address={address()} />
        </div>
      )}
    </Loaded>
  )
}
