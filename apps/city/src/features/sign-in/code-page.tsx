import { useMutation } from '@tanstack/solid-query'
import { Show, createSignal, onCleanup } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createForm } from '../../lib/forms.ts'
import { newKey } from '../../lib/new-key.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice, problemText } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { forgetPending, readPending, writePending } from './pending-sign-in.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import { useWayHome } from './way-home.ts'

const pauseBetweenCodes = 60

const createCountdown = (from: () => number) => {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(timer))
  return () => Math.max(0, Math.ceil(pauseBetweenCodes - (now() - from()) / 1000))
}

/** Asks for another code, in the same way as the first one was asked for. */
const Resend: Component<{ pending: PendingSignIn; onSent: (pending: PendingSignIn) => void }> = props => {
  const words = useTexts('access').signIn
  const { api, locale } = useApp()
  const left = createCountdown(() => props.pending.sentAt)
  const [sentOnce, setSentOnce] = createSignal(false)
  const resend = useMutation(() => ({
    mutationFn: (idempotencyKey: string) => {
      const { keep, email } = props.pending
      return keep ? api.plan.keep.mutate({ ...keep, idempotencyKey }) : api.identity.requestCode.mutate({ email, locale })
    },
    onSuccess: ({ challengeId }: { challengeId: string }) => {
      setSentOnce(true)
      props.onSent({ ...props.pending, challengeId, sentAt: Date.now() })
    },
  }))
  return (
    <div class="flow">
      <p role="status">{sentOnce() ? words.resent : ''}</p>
      <Show when={resend.isError}>
        <ProblemNotice problem={problemOf(resend.error)} />
      </Show>
      <Show when={left() === 0} fallback={<p class="muted small">{words.resendIn(left())}</p>}>
        <Button variant="quiet" icon="refresh" busy={resend.isPending} onClick={() => resend.mutate(newKey())}>{words.resend}</Button>
      </Show>
    </div>
  )
}

const CodeForm: Component<{ pending: PendingSignIn; onSent: (pending: PendingSignIn) => void }> = props => {
  const texts = useTexts()
  const words = useTexts('access').signIn
  const { api, base, tab } = useApp()
  const goHome = useWayHome()
  const form = createForm({ code: '' }, { code: value => (/^\d{6}$/.test(value.replace(/\s/g, '')) ? undefined : words.codeError) })
  const verify = useMutation(() => ({
    mutationFn: () => api.identity.verifyCode.mutate({ challengeId: props.pending.challengeId, code: form.values().code.replace(/\s/g, '') }),
    onSuccess: async (entered: Parameters<typeof goHome>[0]) => {
      forgetPending(tab)
      await goHome(entered, props.pending.back)
    },
    onError: (error: unknown) => {
      const problem = problemOf(error)
      if (problem.code.startsWith('code.')) form.refuse([{ path: 'code', message: problem.code }], () => problemText(problem, texts))
    },
  }))
  const failure = () => (verify.isError && form.problems().length === 0 ? problemOf(verify.error) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!verify.isPending && form.check()) verify.mutate()
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
      <h1>{words.codeTitle}</h1>
      <p class="lead">{(props.pending.keep ? words.codeLead : words.codeLeadUnsure)(props.pending.email)}</p>
      <TextInput
        name="code"
        width="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={7}
        label={words.code}
        hint={words.codeHint}
        error={form.errorOf('code')}
        value={form.values().code}
        onInput={event => form.set('code', event.currentTarget.value)}
      />
      <Show when={failure()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button type="submit" busy={verify.isPending}>{words.verify}</Button>
      <Resend pending={props.pending} onSent={props.onSent} />
      <p><a href={`${base}/anmelden`}>{words.otherEmail}</a></p>
    </form>
  )
}

export const CodePage: Component = () => {
  const words = useTexts('access').signIn
  const { base, tab } = useApp()
  const [pending, setPending] = createSignal(readPending(tab))
  const remember = (next: PendingSignIn) => {
    writePending(tab, next)
    setPending(next)
  }
  usePage(() => words.codeTitle)
  return (
    <div class="columns">
      <Show
        when={pending()}
        fallback={
          <div class="flow">
            <h1>{words.codeTitle}</h1>
            <EmptyState title={words.noChallengeTitle} icon="mail" action={<LinkButton href={`${base}/anmelden`}>{words.submit}</LinkButton>}>
              {words.noChallenge}
            </EmptyState>
          </div>
        }
      >
        {known => <CodeForm pending={known()} onSent={remember} />}
      </Show>
      <ContactAside />
    </div>
  )
}
