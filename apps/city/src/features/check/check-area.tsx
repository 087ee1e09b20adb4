import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show, createEffect, createMemo, on, onMount } from 'solid-js'
import type { Component, ParentComponent } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice, problemText } from '../../lib/problem-notice.tsx'
import { isPassing, problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { useAddressKey } from './address-key.ts'
import { readRecord, writeRecord } from './answer-store.ts'
import type { CheckRecord } from './answer-store.ts'
import { CatalogueContext } from './catalogue-context.ts'
import { CheckSessionContext, createCheckSession } from './check-session.state.ts'
import { useCatalogueQuery, checkQuery } from './check.queries.ts'

const recordFrom = (check: Outputs['check']['get'], key: string | null): CheckRecord => ({
  key,
  kind: check.kind,
  moment: check.moment,
  startedAt: new Date().toISOString(),
  position: check.position,
  positionSent: true,
  submitted: check.state === 'submitted',
})

/** Loads what the next pages need, and lets a reload without a network find the check again. */
const prepareForTunnels = () =>
  Promise.allSettled([
    import('./question-page.tsx'),
    import('./review-page.tsx'),
    import.meta.env.PROD ? navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }) : undefined,
  ])

const Submitted: Component<{ assessmentId: string }> = props => {
  const texts = useTexts()
  const { base } = useApp()
  usePage(() => texts.check.submittedTitle)
  return (
    <div class="flow prose">
      <h1>{texts.check.submittedTitle}</h1>
      <p class="lead">{texts.check.submittedText}</p>
      <div class="row">
        <LinkButton href={`${base}/check/${props.assessmentId}/ergebnis`}>{texts.check.submit}</LinkButton>
        <a class="linkish" href={`${base}/check`}>{texts.check.restart}</a>
      </div>
    </div>
  )
}

const Session: ParentComponent<{ assessmentId: string; record: CheckRecord; catalogue: CheckCatalogue; known: Outputs['check']['get'] | undefined }> = props => {
  const { api, shelf } = useApp()
  const { assessmentId, record } = props
  const session = createCheckSession(shelf, assessmentId, record, batch =>
    api.check.save.mutate({ assessmentId, ...(record.key === null ? {} : { key: record.key }), ...batch }),
  )
  createEffect(
    on(() => props.known, known => {
      if (known?.state === 'open') session.receive(known.answers)
      if (known?.state === 'submitted') session.close()
    }),
  )
  onMount(() => void prepareForTunnels())
  return (
    <CheckSessionContext.Provider value={session}>
      <CatalogueContext.Provider value={() => props.catalogue}>
        <Show when={!session.record().submitted} fallback={<Submitted assessmentId={assessmentId} />}>
          {props.children}
        </Show>
      </CatalogueContext.Provider>
    </CheckSessionContext.Provider>
  )
}

const NoCheck: Component<{ error: unknown; onRetry: () => void }> = props => {
  const texts = useTexts()
  const { base } = useApp()
  const problem = () => problemOf(props.error)
  usePage(() => texts.check.title)
  return (
    <div class="flow prose">
      <h1>{texts.check.title}</h1>
      <Show when={!isPassing(problem())} fallback={<ProblemNotice problem={problem()} onRetry={props.onRetry} />}>
        <EmptyState title={texts.common.failedTitle} icon="key" action={<LinkButton href={`${base}/check`}>{texts.check.restart}</LinkButton>}>
          {problemText(problem(), texts)}
        </EmptyState>
      </Show>
    </div>
  )
}

/** Opens a check from this device's memory at once, from the server where this device does not know it yet. */
const OpenCheck: ParentComponent<{ assessmentId: string }> = props => {
  const app = useApp()
  const { assessmentId } = props
  const addressKey = useAddressKey()
  const kept = readRecord(app.shelf, assessmentId)
  const key = addressKey ?? kept?.key ?? null
  if (kept && kept.key !== key) writeRecord(app.shelf, assessmentId, { ...kept, key })
  const catalogue = useCatalogueQuery()
  const check = useQuery(() => checkQuery(app.api, { assessmentId, ...(key === null ? {} : { key }) }))
  const known = () => (check.isSuccess ? check.data : undefined)
  const record = createMemo<CheckRecord | undefined>(opened => {
    const found = known()
    if (opened || !found) return opened
    const fresh = recordFrom(found, key)
    writeRecord(app.shelf, assessmentId, fresh)
    return fresh
  }, kept && { ...kept, key })
  return (
    <Loaded query={catalogue}>
      {data => (
        <Show when={record()} fallback={<Loaded query={check} failed={error => <NoCheck error={error} onRetry={() => void check.refetch()} />}>{() => <></>}</Loaded>}>
          {first => (
            <Session assessmentId={assessmentId} record={first()} catalogue={data()} known={known()}>
              {props.children}
            </Session>
          )}
        </Show>
      )}
    </Loaded>
  )
}

export const CheckArea: ParentComponent = props => {
  const params = useParams<{ assessmentId: string }>()
  return (
    <Show when={params.assessmentId} keyed>
      {assessmentId => <OpenCheck assessmentId={assessmentId}>{props.children}</OpenCheck>}
    </Show>
  )
}
