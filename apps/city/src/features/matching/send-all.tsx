import { createSignal, Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Progress } from '@digitallotsen/ui/progress.tsx'
import { matching as words } from '../../locales/de/matching.ts'
import type { Sending, SendingState } from './sending.state.ts'

/** All proposals at once, after one more question; it can be stopped, and tells how far it is. */
export const SendAll: Component<{ list: readonly Sending[]; sending: SendingState }> = props => {
  const [isAsked, setAsked] = createSignal(false)
  const start = () => {
    setAsked(false)
    void props.sending.askAll(props.list)
  }
  return (
    <Switch>
      <Match when={props.sending.run()}>
        {run => (
          <div class="flow">
            <Progress value={run().done + run().failed} max={run().all} label={words.progress(run().done, run().all)} />
            <div><Button variant="secondary" onClick={() => props.sending.stop()}>{words.stop}</Button></div>
          </div>
        )}
      </Match>
      <Match when={props.list.length > 0 && isAsked()}>
        <div class="flow" role="group" aria-label={words.sendAllQuestion(props.list.length)}>
          <p>{words.sendAllQuestion(props.list.length)}</p>
          <p class="row"><Button onClick={start}>{words.sendAllYes}</Button> <Button variant="quiet" onClick={() => setAsked(false)}>{words.cancel}</Button></p>
        </div>
      </Match>
      <Match when={props.list.length > 0}>
        <div><Button busy={props.sending.isBusy()} icon="check" onClick={() => setAsked(true)}>{words.sendAll(props.list.length)}</Button></div>
      </Match>
    </Switch>
  )
}
