import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AuditFailureView } from './audit-failure.tsx'
import { PageLink } from './finding-places.tsx'
import { StartForm } from './start-form.tsx'

/** An audit that could say nothing about the website, with the next try. */
export const FailedView: Component<{ audit: WebsiteAudit }> = props => {
  const words = useTexts('website').failed
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow"><PageLink page={props.audit.address} /></p>
      <h1>{words.title}</h1>
      <Show when={props.audit.failure}>{failure => <AuditFailureView failure={failure()} />}</Show>
      <StartForm address={props.audit.address} />
    </>
  )
}
