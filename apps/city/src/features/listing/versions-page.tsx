import { useQuery } from '@tanstack/solid-query'
import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingVersion } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { formatInstant } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useListing, useListingHome, useMerchantId } from './listing-context.ts'
import { versionsQuery } from './listing.queries.ts'

const tones: Readonly<Record<ListingVersion['status'], Tone>> = { waiting: 'info', live: 'success', earlier: 'neutral', rejected: 'warning' }

const useRestore = () => {
  const texts = useTexts()
  const words = useTexts('listing').versions
  const { api } = useApp()
  const session = useListing()
  const merchantId = useMerchantId()
  const toasts = useToasts()
  const [problem, setProblem] = createSignal<Problem>()
  const restore = async ({ id, number }: ListingVersion): Promise<void> => {
    setProblem(undefined)
    try {
      const { content } = session.held()
      await session.act(draftVersion => api.listing.restore.mutate({ merchantId, versionId: id, draftVersion }))
      toasts.show({ message: words.restored(number), undo: { label: texts.common.undo, onUndo: () => session.edit(content) } })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return { problem, restore }
}

const VersionLine: Component<{ version: ListingVersion; onRestore: () => void }> = props => {
  const words = useTexts('listing')
  const { locale } = useApp()
  /** Of the first one everything is new, which says nothing. */
  const changed = () => (props.version.number === 1 ? [] : Object.entries(words.parts).flatMap(([part, name]) => (props.version.changed.includes(part) ? [name] : [])))
  return (
    <li class="flow">
      <p class="row badges"><strong>{words.versions.number(props.version.number)}</strong> <Badge tone={tones[props.version.status]}>{words.versions.status[props.version.status]}</Badge></p>
      <p class="small muted">{formatInstant(props.version.at, locale)} · {words.versions.by[props.version.by]}</p>
      <Show when={changed().length > 0}><p>{words.versions.changed(changed().join(', '))}</p></Show>
      <Show when={props.version.reason}>{reason => <p>{words.versions.reason(reason())}</p>}</Show>
      <Button variant="secondary" icon="undo" aria-label={words.versions.restoreNamed(props.version.number)} onClick={() => props.onRestore()}>{words.versions.restore}</Button>
    </li>
  )
}

/** Everything that was ever handed in, to look back and to go back. */
export const VersionsPage: Component = () => {
  const words = useTexts('listing')
  const { api } = useApp()
  const home = useListingHome()
  const merchantId = useMerchantId()
  const versions = useQuery(() => versionsQuery(api, merchantId))
  const { problem, restore } = useRestore()
  usePage(() => words.versionsTitle)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={home}>{words.backToHub}</BackLink>
        <h1>{words.versionsTitle}</h1>
        <p class="lead">{words.versions.lead}</p>
        <Show when={problem()}>{known => <ProblemNotice problem={known()} />}</Show>
        <Loaded query={versions} shape="text">
          {found => (
            <Show
              when={found().length > 0}
              fallback={<EmptyState title={words.versions.noneTitle} icon="clock" action={<LinkButton href={home}>{words.backToHub}</LinkButton>}>{words.versions.noneText}</EmptyState>}
            >
              <ol class="plain-list split"><For each={found()}>{version => <VersionLine version={version} onRestore={() => void restore(version)} />}</For></ol>
            </Show>
          )}
        </Loaded>
      </div>
      <ContactAside />
    </div>
  )
}
