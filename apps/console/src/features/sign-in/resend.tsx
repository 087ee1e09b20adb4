import { useMutation } from '@tanstack/solid-query'
import { Show, createSignal, onCleanup } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import type { PendingSignIn } from './pending-sign-in.ts'

const pauseBetweenCodes = 60

const createCountdown = (from: () => number) => {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(timer))
  return () => Math.max(0, Math.ceil(pauseBetweenCodes - (now() - from()) / 1000))
}

export const Resend: Component<{ pending: PendingSignIn; onSent: (pending: PendingSignIn) => void }> = props => {
  const { port } = useApp()
  const left = createCountdown(() => props.pending.sentAt)
  const [sentOnce, setSentOnce] = createSignal(false)
  const resend = useMutation(() => ({
    mutationFn: () => port.requestCode(props.pending.email),
    onSuccess: ({ challengeId }: { challengeId: string }) => {
      setSentOnce(true)
      props.onSent({ ...props.pending, challengeId, sentAt: Date.now() })
    },
  }))
  return (
    <div class="flow">
      <p role="status">{sentOnce() ? 'Ein neuer Code ist unterwegs. Bitte nehmen Sie den neuesten.' : ''}</p>
      <Show when={resend.isError}>
        <ProblemNotice problem={problemOf(resend.error)} />
      </Show>
      <Show when={left() === 0} fallback={<p class="muted small">Neuen Code senden (in {left()} Sekunden möglich)</p>}>
        <Button variant="quiet" icon="refresh" busy={resend.isPending} onClick={() => resend.mutate()}>Neuen Code senden</Button>
      </Show>
    </div>
  )
}
