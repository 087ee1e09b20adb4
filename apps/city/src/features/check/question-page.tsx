import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { Show, createMemo, onMount } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Progress } from '@digitallotsen/ui/progress.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createSoonPart } from '../../lib/later-part.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useCatalogue } from './catalogue-context.ts'
import { useCheckSession } from './check-session.state.ts'
import { QuestionForm } from './question-form.tsx'
import { listQuestions, minutesLeft } from './questions.ts'
import type { Question } from './questions.ts'
import { SaveNotice } from './save-line.tsx'

const ElsewhereLink = createSoonPart(async () => (await import('./elsewhere-link.tsx')).ElsewhereLink)

const reviewed = 'antworten'

const QuestionView: Component<{ question: Question }> = props => {
  const texts = useTexts()
  const words = useTexts('checking')
  const { base } = useApp()
  const session = useCheckSession()
  const catalogue = useCatalogue()
  const navigate = useNavigate()
  const [search] = useSearchParams<{ zurueck?: string }>()
  const { question } = props
  const check = `/check/${session.assessmentId}`
  const fromReview = () => search.zurueck === reviewed
  const next = () => (fromReview() || !question.next ? `${check}/antworten` : `${check}/frage/${question.next}`)
  const back = () => (fromReview() ? `${check}/antworten` : question.previous ? `${check}/frage/${question.previous}` : session.record().key === null ? '/mein-betrieb' : '/check')
  const measure = () => catalogue().measures.find(({ id }) => id === question.item.measureId)
  usePage(() => `${words.progress(question.number, question.total)}: ${question.item.title}`)
  onMount(() => session.visit(question.item.id))
  const goOn = () => {
    if (!fromReview()) session.visit(question.next ?? question.item.id)
    navigate(next())
  }
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={base + back()}>{fromReview() ? words.backToReview : question.previous ? texts.common.back : session.record().key === null ? texts.shell.myBusiness : words.backToStart}</BackLink>
        <Progress
          value={question.number}
          max={question.total}
          label={words.progress(question.number, question.total)}
          rest={words.left(minutesLeft(session.record().kind, question.total - question.number + 1))}
        />
        <SaveNotice />
        <p class="eyebrow">{question.field.title}</p>
        <QuestionForm question={question} measure={measure()} nextLabel={fromReview() ? words.backToReview : question.next ? texts.common.next : words.toReview} onNext={goOn} />
      </div>
      <ContactAside>
        <ElsewhereLink itemId={question.item.id} />
      </ContactAside>
    </div>
  )
}

const UnknownQuestion: Component = () => {
  const texts = useTexts()
  const words = useTexts('checking')
  const { base } = useApp()
  const session = useCheckSession()
  usePage(() => texts.common.notFoundTitle)
  return (
    <div class="flow prose">
      <h1>{texts.common.notFoundTitle}</h1>
      <p class="lead">{words.unknownQuestion}</p>
      <LinkButton href={`${base}/check/${session.assessmentId}`}>{texts.check.resume}</LinkButton>
    </div>
  )
}

export const QuestionPage: Component = () => {
  const params = useParams<{ itemId: string }>()
  const session = useCheckSession()
  const catalogue = useCatalogue()
  const kind = createMemo(() => session.record().kind)
  const questions = createMemo(() => listQuestions(catalogue(), kind()))
  const question = createMemo(() => questions().find(({ item }) => item.id === params.itemId))
  return (
    <Show when={question()} keyed fallback={<UnknownQuestion />}>
      {found => <QuestionView question={found} />}
    </Show>
  )
}
