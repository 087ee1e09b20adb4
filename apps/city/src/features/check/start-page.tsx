import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckKind } from '@digitallotsen/domain/check/answer.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useCatalogueQuery } from './check.queries.ts'
import { countsOf } from './questions.ts'
import { useStart } from './use-start.ts'

const StartPage: Component<{ kind: CheckKind }> = props => {
  const texts = useTexts()
  const app = useApp()
  const catalogue = useCatalogueQuery()
  const counts = () => countsOf(catalogue.isSuccess ? catalogue.data : undefined)[props.kind]
  const start = useStart(async idempotencyKey => {
    const { kind } = props
    const started = await app.api.check.start.mutate({ kind, locale: app.locale, idempotencyKey })
    return { ...started, kind, moment: 'T0' }
  })
  const isQuick = () => props.kind === 'quick'
  const title = () => (isQuick() ? texts.check.startQuickTitle : texts.check.startFullTitle)
  const facts = () => (isQuick() ? texts.check.quickFacts : texts.check.fullFacts)(counts().questions, counts().minutes)
  usePage(title)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={`${app.base}/check`}>{texts.check.title}</BackLink>
        <p class="eyebrow">{facts()}</p>
        <h1>{title()}</h1>
        <p class="lead">{isQuick() ? texts.check.startQuickLead : texts.check.startFullLead}</p>
        <h2>{texts.check.howTitle}</h2>
        <ol class="plain-list split">
          <For each={texts.check.how}>
            {(step, index) => (
              <li class="numbered">
                <span class="number" aria-hidden="true">{index() + 1}</span>
                <span>{step}</span>
              </li>
            )}
          </For>
        </ol>
        <Show when={start.isError}>
          <ProblemNotice problem={problemOf(start.error)} />
        </Show>
        <div class="row flow-far">
          <Button size="large" iconEnd="arrow-right" busy={start.isPending} onClick={() => start.mutate()}>
            {texts.check.begin}
          </Button>
          <Show when={app.checks[isQuick() ? 'full' : 'quick']}>
            <a class="linkish" href={`${app.base}/check/${isQuick() ? 'voll' : 'schnell'}`}>{texts.check.other[props.kind]}</a>
          </Show>
        </div>
      </div>
      <ContactAside />
    </div>
  )
}

export const QuickStartPage: Component = () => <StartPage kind="quick" />
export const FullStartPage: Component = () => <StartPage kind="full" />
