import { useNavigate, useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { office } from '../../locales/de/office.ts'
import { BusinessTable } from './business-table.tsx'
import { Filters } from './filters.tsx'
import { addressWith, isFiltered, readAddress, sortChange, sortOf } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import { businessesQuery } from './office.queries.ts'
import './office.css'

const Figures = createSoonPart(async () => (await import('./figures.tsx')).Figures)

const WaitingBand = createSoonPart(async () => (await import('../moderation/waiting-band.tsx')).WaitingBand)

const Pagination = createSoonPart(async () => (await import('@digitallotsen/ui/pagination.tsx')).Pagination)

const Nothing: Component<{ address: ListAddress }> = props => {
  const { base } = useApp()
  return (
    <Show when={isFiltered(props.address)} fallback={<EmptyState title={office.emptyTitle} icon="shop">{office.emptyText}</EmptyState>}>
      <EmptyState title={office.nothingTitle} icon="search" action={<LinkButton variant="secondary" href={addressWith(base, {}, {})}>{office.filters.reset}</LinkButton>}>
        {office.nothingText}
      </EmptyState>
    </Show>
  )
}

const List: Component<{ found: Outputs['office']['merchants']; address: ListAddress }> = props => {
  const { base } = useApp()
  const pageCount = () => Math.ceil(props.found.total / props.found.pageSize)
  return (
    <>
      <p role="status" class="figures"><strong>{office.found(props.found.total)}</strong></p>
      <BusinessTable
        rows={props.found.rows}
        sort={sortOf(readAddress(props.address))}
        sortHref={order => addressWith(base, props.address, sortChange(order))}
        empty={<Nothing address={props.address} />}
      />
      <Pagination
        label={office.pages.label}
        page={props.found.page}
        pageCount={pageCount()}
        href={page => addressWith(base, props.address, { seite: String(page) })}
        previousLabel={office.pages.previous}
        nextLabel={office.pages.next}
        pageLabel={office.pages.page}
        status={office.pages.status(props.found.page, pageCount())}
      />
    </>
  )
}

export const BusinessesPage: Component = () => {
  const { api, base } = useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams<ListAddress>()
  const address = (): ListAddress => ({ ...search })
  const businesses = useQuery(() => ({ ...businessesQuery(api, readAddress(address())), placeholderData: (previous: Outputs['office']['merchants'] | undefined) => previous }))
  usePage(() => office.title)
  const change = (part: Partial<ListAddress>, typed: boolean) => navigate(addressWith('', address(), part), { replace: typed, scroll: false })
  return (
    <Loaded query={businesses} failed={privateFailure(office.title, () => void businesses.refetch())}>
      {found => (
        <div class="flow" lang="de">
          <h1>{office.title}</h1>
          <WaitingBand />
          <Figures />
          <Filters address={address()} resetHref={addressWith(base, {}, {})} onChange={change} />
          <List found={found()} address={address()} />
        </div>
      )}
    </Loaded>
  )
}
