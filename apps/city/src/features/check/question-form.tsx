import { Show, createMemo, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { Relevance } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useCheckSession } from './check-session.state.ts'
import { choiceToValue, relevanceOf, valueToChoice } from './questions.ts'
import type { Question } from './questions.ts'
import { SaveLine } from './save-line.tsx'
import './check.css'

const relevances: readonly Relevance[] = ['low', 'normal', 'high']

const QuestionHelp: Component<{ measure: Measure | undefined }> = props => {
  const words = useTexts('checking')
  return (
    <Details help summary={words.helpTitle}>
      <p>{words.helpLevels}</p>
      <p>{words.helpUnknown}</p>
      <Show when={props.measure}>
        {measure => (
          <>
            <p><strong>{words.helpWhy}</strong></p>
            <p>{measure().why}</p>
          </>
        )}
      </Show>
    </Details>
  )
}

/** One question with its anchors and its weight for the shop; every choice is kept at once. */
export const QuestionForm: Component<{ question: Question; measure: Measure | undefined; nextLabel: string; onNext: () => void }> = props => {
  const texts = useTexts()
  const words = useTexts('checking')
  const session = useCheckSession()
  const item = () => props.question.item
  const answer = () => session.answers().get(item().id)
  const [relevance, setRelevance] = createSignal(relevanceOf(answer()))
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const choice = () => {
    const given = answer()
    return given && valueToChoice(given.value)
  }
  const options = createMemo(() => [
    ...item().levels.map((label, level) => ({ value: `level-${level}`, label })),
    { value: 'unknown', label: words.unknown, quiet: true },
    ...(item().notApplicable ? [{ value: 'not_applicable', label: words.notApplicable, quiet: true }] : []),
  ])
  const weights = relevances.map(value => ({ value, label: words.relevance[value] }))
  const choose = (chosen: string) => {
    setProblems([])
    session.give({ itemId: item().id, value: choiceToValue(chosen), relevance: relevance() })
  }
  const weigh = (chosen: string) => {
    const weight = relevances.find(one => one === chosen) ?? 'normal'
    setRelevance(weight)
    const given = answer()
    if (given) session.give({ itemId: item().id, value: given.value, relevance: weight })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (answer()) props.onNext()
    else setProblems([{ field: 'answer', message: words.chooseError }])
  }
  return (
    <form class="flow question" noValidate onSubmit={submit}>
      <ErrorSummary title={texts.common.errorSummary} errors={problems()} />
      <RadioCards
        name="answer"
        legendLevel={1}
        legend={item().question}
        hint={words.answerHint}
        error={problems()[0]?.message}
        value={choice()}
        onChange={choose}
        options={options()}
      />
      <div class="choices-small">
        <RadioCards
          name="relevance"
          layout="row"
          legend={words.relevanceQuestion}
          value={relevance()}
          onChange={weigh}
          options={weights}
        />
      </div>
      <div class="row flow-far">
        <Button type="submit" size="large" iconEnd="arrow-right">
          {props.nextLabel}
        </Button>
        <SaveLine />
      </div>
      <QuestionHelp measure={props.measure} />
    </form>
  )
}
