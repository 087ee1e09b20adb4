import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditLine } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { shownPoints } from './findings.rules.ts'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery } from './website.queries.ts'

const Standing: Component<{ line: AuditLine }> = props => {
  const words = useTexts('merchant').website
  const { locale } = useApp()
  const points = () => props.line.score?.score ?? null
  return (
    <p>
      <Show when={points() !== null}><strong>{words.score(shownPoints(points() ?? 0))}</strong> · </Show>
      {words.found(props.line.score?.failed ?? 0)} <span class="small muted">({words.on(formatDay(props.line.finishedAt ?? props.line.createdAt, locale))})</span>
    </p>
  )
}

/** How the website stands, on the first page of the shop one is in; it takes its place at once and fills it once the answer is there. */
export const WebsiteCard: Component = () => {
  const words = useTexts('merchant').website
  const { api } = useApp()
  const { found } = useMerchant()
  const home = useWebsiteHome()
  const list = useQuery(() => auditListQuery(api, found().merchant.id))
  const known = () => (list.isSuccess ? list.data : undefined)
  const latest = () => known()?.audits.find(({ state }) => state === 'done')
  const instead = () => (known()?.runningId ? words.running : known()?.audits[0]?.state === 'failed' ? words.failed : words.none)
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <Show when={latest()} fallback={<p>{instead()}</p>}>{line => <Standing line={line()} />}</Show>
      <LinkButton variant="secondary" href={home.href()}>{known() && known()?.audits.length === 0 ? words.go : words.open}</LinkButton>
    </section>
  )
}
