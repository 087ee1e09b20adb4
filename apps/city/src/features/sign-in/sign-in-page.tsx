import { useNavigate, useSearchParams } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { canNormaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createForm } from '../../lib/forms.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { writePending } from './pending-sign-in.ts'

export const SignInPage: Component = () => {
  const texts = useTexts()
  const words = useTexts('access').signIn
  const { api, locale, tab } = useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ zurueck?: string }>()
  const form = createForm({ email: '' }, { email: value => (canNormaliseEmail(value) ? undefined : words.emailError) })
  const request = useMutation(() => ({
    mutationFn: () => api.identity.requestCode.mutate({ email: form.values().email, locale }),
    onSuccess: ({ challengeId }: { challengeId: string }) => {
      writePending(tab, { challengeId, email: form.values().email.trim(), sentAt: Date.now(), keep: null, back: search.zurueck ?? null })
      navigate('/anmelden/code')
    },
  }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!request.isPending && form.check()) request.mutate()
  }
  usePage(() => words.title)
  return (
    <div class="columns">
      <form class="flow" noValidate onSubmit={submit}>
        <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <TextInput
          name="email"
          type="email"
          autocomplete="email"
          inputMode="email"
          width="m"
          label={words.email}
          error={form.errorOf('email')}
          value={form.values().email}
          onInput={event => form.set('email', event.currentTarget.value)}
        />
        <Show when={request.isError}>
          <ProblemNotice problem={problemOf(request.error)} />
        </Show>
        <Button type="submit" busy={request.isPending}>{words.submit}</Button>
      </form>
      <ContactAside />
    </div>
  )
}
