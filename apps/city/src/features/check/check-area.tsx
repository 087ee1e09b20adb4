import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show, createEffect, createMemo, on, onMount } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { useAddressKey } from './address-key.ts'
import { readRecord, writeRecord } from './answer-store.ts'
import type { CheckRecord } from './answer-store.ts'
import { CatalogueContext } from './catalogue-context.ts'
import { NoCheck, Submitted } from './check-endings.tsx'
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
