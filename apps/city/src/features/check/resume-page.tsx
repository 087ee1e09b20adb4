import { Navigate } from '@solidjs/router'
import type { Component } from 'solid-js'
import { useCatalogue } from './catalogue-context.ts'
import { useCheckSession } from './check-session.state.ts'
import { findResumeItem, listQuestions } from './questions.ts'

/** `/check/<id>` leads to where one was. */
export const ResumePage: Component = () => {
  const session = useCheckSession()
  const catalogue = useCatalogue()
  const { kind, position } = session.record()
  const itemId = findResumeItem(listQuestions(catalogue(), kind), position, session.answers())
  return <Navigate href={`/check/${session.assessmentId}/${itemId ? `frage/${itemId}` : 'antworten'}`} />
}
