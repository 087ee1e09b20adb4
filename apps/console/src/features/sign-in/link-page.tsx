import { useLocation, useNavigate } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useWayHome } from './way-home.ts'

/** The token stands behind the # and is used by a click only: mail scanners that open every link must not use it up. */
const useToken = (): string => {
  const location = useLocation()
  const navigate = useNavigate()
  const given = location.hash.slice(1)
  const token = /^[\w-]{43}$/.test(given) ? given : ''
  if (given) navigate('/anmelden/link', { replace: true, scroll: false })
  return token
}

export const LinkPage: Component = () => {
  const { port } = useApp()
  const goHome = useWayHome()
  const token = useToken()
  const verify = useMutation(() => ({ mutationFn: () => port.verifyLink(token), onSuccess: () => goHome(null) }))
  usePage(() => 'Jetzt anmelden?')
  return (
    <div class="flow prose">
      <h1>Jetzt anmelden?</h1>
      <Show
        when={token}
        fallback={
          <EmptyState title="Dieser Link ist unvollständig" icon="key" action={<LinkButton href="/anmelden">Code anfordern</LinkButton>}>
            Kopieren Sie den ganzen Link, oder fordern Sie einen Code an.
          </EmptyState>
        }
      >
        <p class="lead">Sie haben einen Anmelde-Link geöffnet. Mit einem Klick sind Sie angemeldet.</p>
        <Show when={verify.isError}>
          <ProblemNotice problem={problemOf(verify.error)} />
          <p><a href="/anmelden">Code anfordern</a></p>
        </Show>
        <Button size="large" busy={verify.isPending} onClick={() => verify.mutate()}>Jetzt anmelden</Button>
      </Show>
    </div>
  )
}
