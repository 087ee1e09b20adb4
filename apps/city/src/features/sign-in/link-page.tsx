import { useLocation, useNavigate } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useWayHome } from './way-home.ts'

/** The token stands behind the # and is used by a click only: mail scanners that open every link must not use it up. */
const useToken = (): string => {
  const location = useLocation()
  const navigate = useNavigate()
  const token = decodeURIComponent(location.hash.slice(1))
  if (token) navigate('/anmelden/link', { replace: true, scroll: false })
  return token
}

export const LinkPage: Component = () => {
  const words = useTexts('access').signIn
  const { api, base } = useApp()
  const goHome = useWayHome()
  const token = useToken()
  const verify = useMutation(() => ({
    mutationFn: () => api.identity.verifyLink.mutate({ token }),
    onSuccess: (entered: Parameters<typeof goHome>[0]) => goHome(entered, null),
  }))
  usePage(() => words.linkTitle)
  return (
    <div class="columns">
      <div class="flow">
        <h1>{words.linkTitle}</h1>
        <Show
          when={token}
          fallback={
            <EmptyState title={words.linkMissingTitle} icon="key" action={<LinkButton href={`${base}/anmelden`}>{words.submit}</LinkButton>}>
              {words.linkMissing}
            </EmptyState>
          }
        >
          <p class="lead">{words.linkLead}</p>
          <Show when={verify.isError}>
            <ProblemNotice problem={problemOf(verify.error)} />
            <p><a href={`${base}/anmelden`}>{words.submit}</a></p>
          </Show>
          <Button size="large" busy={verify.isPending} onClick={() => verify.mutate()}>{words.linkSubmit}</Button>
        </Show>
      </div>
      <ContactAside />
    </div>
  )
}
