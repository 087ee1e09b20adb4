import { useNavigate, useSearchParams } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { canNormaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { writePending } from './pending-sign-in.ts'

const emailProblem: FieldProblem = { field: 'email', message: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.' }

export const SignInPage: Component = () => {
  const { port, tab } = useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ zurueck?: string }>()
  const [email, setEmail] = createSignal('')
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const request = useMutation(() => ({
    mutationFn: () => port.requestCode(email()),
    onSuccess: ({ challengeId }: { challengeId: string }) => {
      writePending(tab, { challengeId, email: email().trim(), sentAt: Date.now(), back: search.zurueck ?? null })
      navigate('/anmelden/code')
    },
  }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (request.isPending) return
    setProblems(canNormaliseEmail(email()) ? [] : [emailProblem])
    if (problems().length === 0) request.mutate()
  }
  usePage(() => 'Anmelden')
  return (
    <form class="flow prose" noValidate onSubmit={submit}>
      <ErrorSummary title="Bitte prüfen Sie Ihre Angaben" errors={problems()} />
      <h1>Anmelden</h1>
      <p class="lead">Die Konsole ist für den Betreiber. Wir senden Ihnen einen Code, ein Passwort brauchen Sie nicht.</p>
      <TextInput
        name="email"
        type="email"
        autocomplete="email"
        inputMode="email"
        width="m"
        label="E-Mail-Adresse"
        error={problems()[0]?.message}
        value={email()}
        onInput={event => setEmail(event.currentTarget.value)}
      />
      <Show when={request.isError}>
        <ProblemNotice problem={problemOf(request.error)} />
      </Show>
      <Button type="submit" busy={request.isPending}>Code anfordern</Button>
    </form>
  )
}
