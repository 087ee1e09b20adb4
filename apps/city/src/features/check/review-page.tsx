import { useNavigate } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { VisuallyHidden } from '@digitallotsen/ui/visually-hidden.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { answerInWords } from './answer-words.ts'
import { useCatalogue } from './catalogue-context.ts'
import { useCheckSession } from './check-session.state.ts'
import { listQuestions } from './questions.ts'
import type { Question } from './questions.ts'
import { SaveLine, SaveNotice } from './save-line.tsx'

const AnswerList: Component<{ questions: readonly Question[] }> = props => {
  const texts = useTexts()
  const words = useTexts('checking')
  const { base } = useApp()
  const session = useCheckSession()
  const rows = () =>
    props.questions.map(({ item }) => {
      const answer = session.answers().get(item.id)
      return {
        term: item.title,
        description: (
          <>
            <span class={answer ? undefined : 'muted'}>{answerInWords(item, answer, words)}</span>
            <Show when={answer && answer.relevance !== 'normal' && answer.relevance}>{weight => <p class="small muted">{words.relevance[weight()]}</p>}</Show>
          </>
        ),
        action: (
          <a href={`${base}/check/${session.assessmentId}/frage/${item.id}?zurueck=antworten`}>
            {answer ? texts.common.change : words.answerNow}
            <VisuallyHidden>: {item.title}</VisuallyHidden>
          </a>
        ),
      }
    })
  return <DefinitionList items={rows()} />
}

export const ReviewPage: Component = () => {
  const texts = useTexts()
  const words = useTexts('checking')
  const { api, base } = useApp()
  const session = useCheckSession()
  const catalogue = useCatalogue()
  const navigate = useNavigate()
  const questions = () => listQuestions(catalogue(), session.record().kind)
  const fields = () => catalogue().fields.filter(field => questions().some(question => question.field.id === field.id))
  const open = () => questions().filter(({ item }) => !session.answers().has(item.id))
  const last = () => (open()[0] ?? questions().at(-1))?.item.id ?? ''
  const hasLevel = () => [...session.answers().values()].some(({ value }) => value.kind === 'level')
  const submit = useMutation(() => ({
    mutationFn: async () => {
      if (!(await session.flush())) return false
      const { assessmentId } = session
      const { key } = session.record()
      await api.check.submit.mutate({ assessmentId, ...(key === null ? {} : { key }) })
      return true
    },
    onSuccess: (done: boolean) => {
      if (done) navigate(`/check/${session.assessmentId}/ergebnis`)
    },
  }))
  usePage(() => words.reviewTitle)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={`${base}/check/${session.assessmentId}/frage/${last()}`}>{texts.common.back}</BackLink>
        <h1>{words.reviewTitle}</h1>
        <p class="lead">{words.reviewLead}</p>
        <Show when={open().length > 0} fallback={<Notice tone="success">{words.reviewComplete}</Notice>}>
          <Notice tone="info" title={words.reviewOpen(open().length)}>
            {hasLevel() ? words.reviewOpenText : words.nothingText}
          </Notice>
        </Show>
        <For each={fields()}>
          {field => (
            <section class="flow">
              <h2>{field.title}</h2>
              <AnswerList questions={questions().filter(question => question.field.id === field.id)} />
            </section>
          )}
        </For>
        <SaveNotice />
        <Show when={submit.isSuccess && !submit.data}>
          <Notice tone="warning" live>{words.submitOffline}</Notice>
        </Show>
        <Show when={submit.isError}>
          <ProblemNotice problem={problemOf(submit.error)} />
        </Show>
        <div class="row flow-far">
          <Button size="large" busy={submit.isPending} onClick={() => submit.mutate()}>
            {words.submit}
          </Button>
          <SaveLine />
        </div>
      </div>
      <ContactAside />
    </div>
  )
}
