import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Facts } from '@digitallotsen/ui/facts.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { office } from '../../locales/de/office.ts'
import { useCatalogueQuery } from '../check/check.queries.ts'
import { FieldScores } from '../result/field-scores.tsx'
import { Musts } from '../result/musts.tsx'
import { businessQuery } from './office.queries.ts'

const words = office.business

const PlanView = createSoonPart(async () => (await import('../merchant/plan-view.tsx')).PlanView)
const CheckTable = createSoonPart(async () => (await import('../merchant/check-table.tsx')).CheckTable)
const HistoryList = createSoonPart(async () => (await import('../merchant/history-list.tsx')).HistoryList)

const EntrySection = createSoonPart(async () => (await import('../moderation/entry-section.tsx')).EntrySection)

type View = { found: Outputs['office']['merchant']; catalogue: CheckCatalogue }

const MasterData: Component<Pick<View, 'found'>> = props => {
  const { city, locale } = useApp()
  const shop = () => props.found.merchant
  const district = () => city.districts.find(({ id }) => id === shop().districtId)?.name ?? office.noDistrict
  return (
    <DefinitionList
      items={[
        {
          term: words.contact,
          description: (
            <Show when={props.found.contactEmail} fallback={words.noContact}>
              {email => <a href={`mailto:${email()}`}>{email()}</a>}
            </Show>
          ),
        },
        { term: words.district, description: district() },
        { term: words.postcode, description: shop().postcode ?? '–' },
        { term: words.state, description: office.states[shop().state] },
        { term: words.since, description: formatDay(shop().createdAt, locale) },
      ]}
    />
  )
}

const Standing: Component<{ result: CheckResult }> = props => {
  const texts = useTexts()
  return (
    <Facts
      items={[
        { label: words.band, value: props.result.band ? texts.bands[props.result.band] : '–' },
        { label: words.points, value: props.result.total === null ? '–' : shownScore(props.result.total), note: words.outOf },
        { label: words.musts, value: props.result.openMusts.length },
      ]}
    />
  )
}

const LatestCheck: Component<View> = props => {
  const { base } = useApp()
  return (
    <section class="flow">
      <h2>{words.resultTitle}</h2>
      <Show when={props.found.result} fallback={<EmptyState title={words.noResultTitle} level={3} icon="chart">{words.noResultText}</EmptyState>}>
        {result => (
          <>
            <Standing result={result()} />
            <Musts result={result()} catalogue={props.catalogue} />
            <FieldScores result={result()} catalogue={props.catalogue} level={3} voice={words.voice} />
            <Show when={props.found.merchant.latestAssessmentId}>{id => <p><a href={`${base}/check/${id()}/ergebnis`}>{words.resultLink}</a></p>}</Show>
          </>
        )}
      </Show>
    </section>
  )
}

const BusinessView: Component<View> = props => {
  const { base, features } = useApp()
  usePage(() => props.found.merchant.name)
  return (
    <div class="flow" lang="de">
      <BackLink href={`${base}/buero`}>{words.back}</BackLink>
      <h1>{props.found.merchant.name}</h1>
      <Show when={props.found.merchant.sample}>
        <p><Badge tone="accent">{words.sample}</Badge></p>
      </Show>
      <div class="columns">
        <div class="flow">
          <MasterData found={props.found} />
          <LatestCheck {...props} />
          <section class="flow">
            <h2>{words.planTitle}</h2>
            <Show when={props.found.plan} fallback={<EmptyState title={words.noPlanTitle} level={3} icon="list-check">{words.noPlanText}</EmptyState>}>
              {plan => <PlanView plan={plan()} catalogue={props.catalogue} level={3} />}
            </Show>
          </section>
          <section class="flow">
            <h2>{words.checksTitle}</h2>
            <CheckTable assessments={props.found.assessments} empty={<p class="muted">{words.noResultText}</p>} />
          </section>
        </div>
        <aside class="flow">
          <Show when={features.directory}><EntrySection merchantId={props.found.merchant.id} /></Show>
          <h2 class="aside-title">{words.historyTitle}</h2>
          <Show when={props.found.history.length > 0} fallback={<p class="muted">{words.noHistory}</p>}>
            <HistoryList entries={props.found.history} catalogue={props.catalogue} />
          </Show>
        </aside>
      </div>
    </div>
  )
}

export const BusinessPage: Component = () => {
  const { api } = useApp()
  const params = useParams<{ merchantId: string }>()
  const business = useQuery(() => businessQuery(api, params.merchantId))
  const catalogue = useCatalogueQuery()
  return (
    <Loaded query={business} failed={privateFailure(office.title, () => void business.refetch())}>
      {found => <Loaded query={catalogue}>{catalogued => <BusinessView found={found()} catalogue={catalogued()} />}</Loaded>}
    </Loaded>
  )
}
