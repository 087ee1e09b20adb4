import { Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { topicWords } from '@digitallotsen/domain/mail/mail-topic.words.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { ContactLines } from './contact-lines.tsx'
import { Layout } from './layout.tsx'
import { linkFrom, type PageFrame } from './page-frame.ts'
import type { UnsubscribeView } from './public-pages.types.ts'
import { unsubscribeWords } from './unsubscribe-words.ts'
import { wordsOf } from './words.ts'

type Step = UnsubscribeView['step']

const ToAccount: Component<{ frame: PageFrame }> = props => (
  <p class="actions">
    <LinkButton variant="secondary" href={linkFrom(props.frame, '/konto')}>{unsubscribeWords[props.frame.locale].account}</LinkButton>
  </p>
)

/** Ends a topic without a sign-in: one question, one button. A mail scanner that opens the link has ended nothing. */
export const UnsubscribePage: Component<{ frame: PageFrame; step: Step }> = props => {
  const words = () => unsubscribeWords[props.frame.locale]
  const topicOf = (step: Extract<Step, { topic: unknown }>) => topicWords[props.frame.locale][step.topic].title
  const asking = () => (props.step.kind === 'asking' ? props.step : undefined)
  const done = () => (props.step.kind === 'done' ? props.step : undefined)
  const title = () => {
    const { step } = props
    if (step.kind === 'asking') return words().askTitle(topicOf(step))
    if (step.kind === 'done') return words().doneTitle
    return step.kind === 'limited' ? words().limitedTitle : words().invalidTitle
  }
  return (
    <Layout frame={props.frame} title={`${title()} – ${props.frame.pack.programme}`}>
      <div class="wrap narrow flow legal">
        <h1>{title()}</h1>
        <Switch fallback={<><p class="lead">{props.step.kind === 'limited' ? words().limitedText : words().invalidText}</p><ToAccount frame={props.frame} /></>}>
          <Match when={asking()}>
            {step => (
              <>
                <p class="lead">{words().askText}</p>
                <form method="post" action={linkFrom(props.frame, step().address)} class="actions">
                  <Button type="submit">{words().action}</Button>
                </form>
              </>
            )}
          </Match>
          <Match when={done()}>
            {step => (
              <>
                <p class="lead">{words().doneText(topicOf(step()))}</p>
                <p>{words().again}</p>
                <ToAccount frame={props.frame} />
              </>
            )}
          </Match>
        </Switch>
        <h2>{wordsOf(props.frame.locale).contact}</h2>
        <ContactLines frame={props.frame} />
      </div>
    </Layout>
  )
}
