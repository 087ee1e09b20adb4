import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { countAnswers, forgetCheck, listOpenChecks } from './answer-store.ts'
import { useCatalogueQuery } from './check.queries.ts'
import { countsOf } from './questions.ts'

const ResumeNotice: Component = () => {
  const texts = useTexts()
  const toasts = useToasts()
  const { base, shelf } = useApp()
  const [open, setOpen] = createSignal(listOpenChecks(shelf)[0])
  const forget = (assessmentId: string) => {
    forgetCheck(shelf, assessmentId)
    setOpen(listOpenChecks(shelf)[0])
    toasts.show({ message: texts.check.forgotten, ...brief })
  }
  return (
    <Show when={open()}>
      {check => (
        <Notice title={texts.check.resumeTitle}>
          <p>{texts.check.resumeText(countAnswers(shelf, check().assessmentId), check().record.kind)}</p>
          <div class="row">
            <LinkButton href={`${base}/check/${check().assessmentId}`}>{texts.check.resume}</LinkButton>
            <Button variant="quiet" onClick={() => forget(check().assessmentId)}>
              {texts.check.forget}
            </Button>
          </div>
        </Notice>
      )}
    </Show>
  )
}

const KindCard: Component<{ title: string; facts: string; text: string; go: string; href: string; main?: boolean }> = props => (
  <Card title={props.title} titleLevel={3} eyebrow={props.facts} look={props.main ? 'marked' : 'framed'} foot={<LinkButton href={props.href} variant={props.main ? 'primary' : 'secondary'}>{props.go}</LinkButton>}>
    <p>{props.text}</p>
  </Card>
)

export const CheckPage: Component = () => {
  const texts = useTexts()
  const app = useApp()
  const catalogue = useCatalogueQuery()
  const counts = () => countsOf(catalogue.isSuccess ? catalogue.data : undefined)
  usePage(() => texts.check.title)
  return (
    <div class="columns">
      <div class="flow">
        <h1>{texts.check.title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <ResumeNotice />
        <h2>{app.checks.quick && app.checks.full ? texts.check.choose : texts.check.chooseOne}</h2>
        <div class="grid two">
          <Show when={app.checks.quick}>
            <KindCard
              main
              title={texts.check.quickTitle}
              facts={texts.check.quickFacts(counts().quick.questions, counts().quick.minutes)}
              text={texts.check.quickText}
              go={texts.check.quickGo}
              href={`${app.base}/check/schnell`}
            />
          </Show>
          <Show when={app.checks.full}>
            <KindCard
              main={!app.checks.quick}
              title={texts.check.fullTitle}
              facts={texts.check.fullFacts(counts().full.questions, counts().full.minutes)}
              text={texts.check.fullText}
              go={texts.check.fullGo}
              href={`${app.base}/check/voll`}
            />
          </Show>
        </div>
        <Show when={app.features.websiteCheck}>
          <div class="flow-far">
            <KindCard title={texts.check.websiteTitle} facts={texts.check.websiteFacts} text={texts.check.websiteText} go={texts.check.websiteGo} href={`${app.base}/website-check`} />
          </div>
        </Show>
        <h2>{texts.check.beforeTitle}</h2>
        <ul class="plain-list split">
          <For each={texts.check.before}>
            {({ title, text }) => (
              <li>
                <strong>{title}</strong>
                <p class="muted">{text}</p>
              </li>
            )}
          </For>
        </ul>
      </div>
      <ContactAside />
    </div>
  )
}
