import { useQuery, useQueryClient, useMutation } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Device, Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { formatInstant } from '../../lib/dates.ts'
import { identityQuery } from '../../lib/identity.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { reading } from '../../lib/queries.ts'
import { ToSignIn, privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { MailTopics } from './mail-topics.tsx'

const DeviceItem: Component<{ device: Device; busy: boolean; onEnd: () => void }> = props => {
  const words = useTexts('merchant').account
  const { locale } = useApp()
  return (
    <li class="row spread">
      <div>
        <strong>{props.device.label}</strong> <Show when={props.device.current}><Badge tone="info">{words.thisDevice}</Badge></Show>
        <p class="small muted">{words.lastSeen(formatInstant(props.device.lastSeenAt, locale))}</p>
      </div>
      <Show when={!props.device.current}>
        <Button variant="quiet" busy={props.busy} aria-label={words.endDeviceNamed(props.device.label)} onClick={() => props.onEnd()}>{words.endDevice}</Button>
      </Show>
    </li>
  )
}

const Devices: Component = () => {
  const words = useTexts('merchant').account
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const devices = useQuery(() => reading('identity.devices', api.identity.devices.query)({}))
  const end = useMutation(() => ({
    mutationFn: (sessionId: string) => api.identity.endDevice.mutate({ sessionId }),
    onSuccess: () => {
      toasts.show({ message: words.deviceEnded, ...brief })
      return client.invalidateQueries({ queryKey: ['identity.devices'] })
    },
  }))
  return (
    <section class="flow">
      <h2>{words.devicesTitle}</h2>
      <p>{words.devicesText}</p>
      <Show when={end.isError}>
        <ProblemNotice problem={problemOf(end.error)} />
      </Show>
      <Loaded query={devices} shape="text" failed={privateFailure(words.title, () => void devices.refetch())}>
        {list => (
          <ul class="plain-list split">
            <For each={list()}>{device => <DeviceItem device={device} busy={end.isPending} onEnd={() => end.mutate(device.id)} />}</For>
          </ul>
        )}
      </Loaded>
    </section>
  )
}

/** Leaves by a document load, so that nothing of the account stays in this tab's memory. */
const SignOut: Component = () => {
  const words = useTexts('merchant').account
  const { api, base } = useApp()
  const signOut = useMutation(() => ({ mutationFn: () => api.identity.signOut.mutate({}), onSuccess: () => window.location.assign(base || '/') }))
  return (
    <>
      <Show when={signOut.isError}>
        <ProblemNotice problem={problemOf(signOut.error)} />
      </Show>
      <Button variant="secondary" icon="log-out" busy={signOut.isPending} onClick={() => signOut.mutate()}>{words.signOut}</Button>
    </>
  )
}

const Account: Component<{ identity: Identity }> = props => {
  const words = useTexts('merchant').account
  const { base } = useApp()
  const access = () => props.identity.memberships.map(({ role, merchantName }) => (merchantName ? `${words.roles[role]}: ${merchantName}` : words.roles[role]))
  usePage(() => words.title)
  return (
    <div class="columns">
      <div class="flow">
        <h1>{words.title}</h1>
        <DefinitionList
          items={[
            { term: words.signedInAs, description: props.identity.email },
            { term: words.rolesTitle, description: <For each={access()}>{one => <p>{one}</p>}</For> },
          ]}
        />
        <SignOut />
        <Devices />
        <MailTopics />
        <section class="flow">
          <h2>{words.seesTitle}</h2>
          <ul>
            <For each={words.sees}>{sentence => <li>{sentence}</li>}</For>
          </ul>
        </section>
        <section class="flow">
          <h2>{words.rightsTitle}</h2>
          <p>{words.rightsText}</p>
          <p><a href={`${base}/datenschutz`}>{words.privacy}</a></p>
        </section>
      </div>
      <ContactAside />
    </div>
  )
}

export const AccountPage: Component = () => {
  const app = useApp()
  const me = useQuery(() => identityQuery(app))
  return (
    <Show when={me.data} fallback={<ToSignIn />}>
      {identity => <Account identity={identity()} />}
    </Show>
  )
}
