import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import type { Operator } from '../lib/console-port.ts'
import { useApp } from './app-context.ts'

/** Leaves by a document load, so that nothing of the account stays in this tab's memory. */
export const SignOut: Component<{ operator: Operator }> = props => {
  const { port } = useApp()
  const signOut = useMutation(() => ({ mutationFn: () => port.signOut(), onSuccess: () => window.location.assign('/anmelden') }))
  return (
    <>
      <span class="who muted small">{props.operator.displayName ?? props.operator.email}</span>
      <Show when={signOut.isError}>
        <span class="small" role="alert">Abmelden nicht möglich. Bitte noch einmal.</span>
      </Show>
      <Button variant="quiet" icon="log-out" busy={signOut.isPending} onClick={() => signOut.mutate()}>
        Abmelden
      </Button>
    </>
  )
}
