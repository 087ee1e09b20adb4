import { For } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditFailure } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** Why nothing could be said about a website, and what helps. */
export const AuditFailureView: Component<{ failure: { code: AuditFailure; text: string } }> = props => {
  const words = useTexts('website').failed
  return (
    <>
      <Notice tone="danger">
        <p lang="de">{props.failure.text}</p>
      </Notice>
      <h2>{words.what}</h2>
      <ul>
        <For each={words.steps[props.failure.code]}>{step => <li>{step}</li>}</For>
      </ul>
    </>
  )
}
