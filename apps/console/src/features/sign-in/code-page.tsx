import { useMutation } from '@tanstack/solid-query'
import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { ChallengeId } from '@digitallotsen/domain/ids.schemas.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemText } from '../../lib/error-texts.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { forgetPending, readPending, writePending } from './pending-sign-in.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import { Resend } from './resend.tsx'
import { useWayHome } from './way-home.ts'

type CodeFormProps = { pending: PendingSignIn; onSent: (pending: PendingSignIn) => void }

const CodeForm: Component<CodeFormProps> = props => {
  const { port, tab } = useApp()
  const goHome = useWayHome()
  const [code, setCode] = createSignal('')
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const digits = () => code().replace(/\s/g, '')
  const verify = useMutation(() => ({
    mutationFn: () => port.verifyCode({ challengeId: props.pending.challengeId as ChallengeId, code: digits() }),
    onSuccess: async () => {
      forgetPending(tab)
      await goHome(props.pending.back)
    },
    onError: (error: unknown) => {
      const problem = problemOf(error)
      if (problem.code.startsWith('code.')) setProblems([{ field: 'code', message: problemText(problem) }])
    },
  }))
  const failure = () => (verify.isError && problems().length === 0 ? problemOf(verify.error) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (verify.isPending) return
    setProblems(/^\d{6}$/.test(digits()) ? [] : [{ field: 'code', message: 'Geben Sie die sechs Ziffern aus der E-Mail ein.' }])
    if (problems().length === 0) verify.mutate()
  }
  return (
    <form class="flow prose" noValidate onSubmit={submit}>
      <ErrorSummary title="Bitte prüfen Sie Ihre Angaben" errors={problems()} />
      <h1>Code eingeben</h1>
      <p class="lead">Ist {props.pending.email} bei uns bekannt, liegt dort jetzt ein Code mit sechs Ziffern.</p>
      <TextInput
        name="code"
        width="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={7}
        label="Code mit sechs Ziffern"
        hint="Der Code gilt 15 Minuten. Schauen Sie auch im Spam-Ordner nach."
        error={problems()[0]?.message}
        value={code()}
        onInput={event => setCode(event.currentTarget.value)}
      />
      <Show when={failure()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button type="submit" busy={verify.isPending}>Anmelden</Button>
      <Resend pending={props.pending} onSent={props.onSent} />
      <p><a href="/anmelden">Andere E-Mail-Adresse benutzen</a></p>
    </form>
  )
}

export const CodePage: Component = () => {
  const { tab } = useApp()
  const [pending, setPending] = createSignal(readPending(tab))
  const remember = (next: PendingSignIn) => {
    writePending(tab, next)
    setPending(next)
  }
  usePage(() => 'Code eingeben')
  return (
    <Show
      when={pending()}
      fallback={
        <div class="flow prose">
          <h1>Code eingeben</h1>
          <EmptyState title="Hier fehlt noch Ihre E-Mail-Adresse" icon="mail" action={<LinkButton href="/anmelden">Code anfordern</LinkButton>}>
            Fordern Sie zuerst einen Code an. Dann geben Sie ihn hier ein.
          </EmptyState>
        </div>
      }
    >
      {known => <CodeForm pending={known()} onSent={remember} />}
    </Show>
  )
}
