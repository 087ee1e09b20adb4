import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin, formatDay } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { FeedLink } from './feed-link.tsx'
import { VisitCard } from './visit-card.tsx'
import { mondayOf } from './visit-time.ts'
import { agendaQuery } from './visit.queries.ts'
import './visit.css'

const isDay = (text: string | undefined): text is string => text !== undefined && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)

/** A guide's week, what waits for an answer, and the calendar to subscribe to. */
export const AgendaPage: Component = () => {
  const words = useTexts('visit')
  const { api, base, locale } = useApp()
  const [search] = useSearchParams<{ woche?: string }>()
  usePage(() => words.agendaTitle)
  const today = dayInBerlin(new Date())
  const monday = () => mondayOf(isDay(search.woche) ? search.woche : today)
  const agenda = useQuery(() => agendaQuery(api, monday()))
  const weekHref = (weeks: number) => `${base}/lotse/termine?woche=${mondayOf(monday(), weeks)}`
  return (
    <Loaded query={agenda} failed={privateFailure(words.agendaTitle, () => void agenda.refetch())}>
      {found => (
        <div class="flow">
          <h1>{words.agendaTitle}</h1>
          <section class="flow" aria-label={words.waiting}>
            <h2>{words.waiting}</h2>
            <For each={found().waiting} fallback={<p class="muted">{words.waitingNone}</p>}>{visit => <VisitCard visit={visit} named />}</For>
          </section>
          <section class="flow" aria-labelledby="woche">
            <h2 id="woche">{words.week(formatDay(monday(), locale), formatDay(new Date(new Date(`${monday()}T00:00:00Z`).getTime() + 6 * 86_400_000).toISOString().slice(0, 10), locale))}</h2>
            <nav class="row" aria-label={words.title}>
              <LinkButton variant="secondary" href={weekHref(-1)}>{words.previousWeek}</LinkButton>
              <Show when={monday() !== mondayOf(today)}><LinkButton variant="quiet" href={`${base}/lotse/termine`}>{words.thisWeek}</LinkButton></Show>
              <LinkButton variant="secondary" href={weekHref(1)}>{words.nextWeek}</LinkButton>
            </nav>
            <For each={found().visits} fallback={<p class="muted">{words.weekEmpty}</p>}>{visit => <VisitCard visit={visit} named />}</For>
          </section>
          <FeedLink />
        </div>
      )}
    </Loaded>
  )
}
