import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { LevelTable } from './level-table.tsx'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery, auditQuery } from './website.queries.ts'

const Measured: Component<{ auditId: string }> = props => {
  const words = useTexts('website').latest
  const { api } = useApp()
  const { catalogue } = useMerchant()
  const home = useWebsiteHome()
  const audit = useQuery(() => auditQuery(api, props.auditId))
  const levels = () => (audit.isSuccess ? (audit.data.report?.levels ?? []) : [])
  return (
    <Show when={levels().length > 0}>
      <LevelTable levels={levels()} catalogue={catalogue()} />
      <p class="no-print"><a class="linkish" href={`${home.href()}/${props.auditId}`}>{words.open}</a></p>
    </Show>
  )
}

/** What the newest audit of the website has measured, beside what people said in their checks; nothing as long as there is none. */
export const MeasuredLevels: Component = () => {
  const { api } = useApp()
  const { found } = useMerchant()
  const list = useQuery(() => auditListQuery(api, found().merchant.id))
  const latest = () => (list.isSuccess ? list.data.audits.find(({ state }) => state === 'done') : undefined)
  return <Show when={latest()?.id} keyed>{auditId => <Measured auditId={auditId} />}</Show>
}
