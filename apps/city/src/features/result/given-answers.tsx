import type { Component } from 'solid-js'
import type { Answer, CheckKind } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { answerInWords } from '../check/answer-words.ts'
import { listQuestions } from '../check/questions.ts'

export const GivenAnswers: Component<{ catalogue: CheckCatalogue; kind: CheckKind; answers: readonly Answer[] }> = props => {
  const checking = useTexts('checking')
  const words = useTexts('result')
  const rows = () =>
    listQuestions(props.catalogue, props.kind).map(({ item }) => ({
      term: item.title,
      description: answerInWords(item, props.answers.find(({ itemId }) => itemId === item.id), checking),
    }))
  return (
    <Details summary={words.answersTitle}>
      <DefinitionList items={rows()} />
    </Details>
  )
}
