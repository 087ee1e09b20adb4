import { useNavigate } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createRequestKey } from '../../lib/new-key.ts'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AddressForm } from './address-form.tsx'
import { NotOffered } from './not-offered.tsx'
import { WhatWeCheck } from './what-we-check.tsx'

/** What an audit without knowledge of the business cannot say. */
export const QuickLimits: Component = () => {
  const words = useTexts('website').quick
  return (
    <section class="flow">
      <h2>{words.limitsTitle}</h2>
      <ul>
        <For each={words.limits}>{limit => <li>{limit}</li>}</For>
      </ul>
    </section>
  )
}

/** An address to check for whoever comes by; the ticket in the next page's address is all that leads to the result. */
export const QuickForm: Component<{ address: string }> = props => {
  const words = useTexts('website')
  const { api } = useApp()
  const navigate = useNavigate()
  const request = createRequestKey()
  const start = useMutation(() => ({
    mutationFn: (address: string) => api.website.quick.mutate({ address, idempotencyKey: request.keyOf(address) }),
    onSuccess: ({ ticket }: { ticket: string }) => {
      request.renew()
      navigate(`/website-check/${ticket}`)
    },
  }))
  return <AddressForm address={props.address} label={words.form.submit} busy={start.isPending} error={start.error} tooOften={words.form.tooOftenQuick} onSubmit={address => start.mutate(address)} />
}

const Offered: Component = () => {
  const words = useTexts('website').quick
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow">{words.facts}</p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <QuickForm address="" />
      <WhatWeCheck />
      <QuickLimits />
    </>
  )
}

/** The Schnellcheck of a website, open to everybody. */
export const QuickPage: Component = () => {
  const { features } = useApp()
  return (
    <div class="columns">
      <div class="flow">
        <Show when={features.websiteCheck} fallback={<NotOffered />}><Offered /></Show>
      </div>
      <ContactAside />
    </div>
  )
}
