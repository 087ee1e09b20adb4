import { For, Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Facts } from '@digitallotsen/ui/facts.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createSoonPart } from '../../lib/later-part.tsx'
import { formatDay } from '../../lib/dates.ts'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { HistoryList } from './history-list.tsx'
import { useMerchant } from './merchant-context.ts'
import { MerchantDetails } from './merchant-details.tsx'
import { listsOf } from './plan-lists.ts'
import { TaskLine } from './task-line.tsx'

const GuideCard = createSoonPart(async () => (await import('../mentorship/overview-card.tsx')).GuideCard)
const WebsiteCard = createSoonPart(async () => (await import('../website/website-card.tsx')).WebsiteCard)
const OverviewCard = createSoonPart(async () => (await import('../listing/overview-card.tsx')).OverviewCard)

const shownTasks = 3
const shownEntries = 3

const useHome = () => {
  const { base } = useApp()
  const { found } = useMerchant()
  return () => `${base}/mein-betrieb/${found().merchant.id}`
}

const Standing: Component = () => {
  const texts = useTexts()
  const words = useTexts('merchant').overview
  const { base, locale } = useApp()
  const { found, plan } = useMerchant()
  const home = useHome()
  const shop = () => found().merchant
  const lists = () => listsOf(plan() ?? { id: '' as Plan['id'], createdAt: '', waived: [], tasks: [], doneBefore: [] })
  const items = () => {
    const { band, checkedAt, latestAssessmentId, openMusts } = shop()
    return [
      {
        label: words.band,
        value: band ? texts.bands[band] : '–',
        note: checkedAt ? words.bandNote(formatDay(checkedAt, locale)) : words.notChecked,
        href: latestAssessmentId ? `${base}/check/${latestAssessmentId}/ergebnis` : `${home()}/check`,
      },
      { label: words.musts, value: openMusts ?? '–', note: openMusts === null ? undefined : words.mustsNote(openMusts), href: `${home()}/plan` },
      { label: words.done, value: lists().done.length, note: words.doneNote(lists().active.length), href: `${home()}/plan` },
    ]
  }
  return <Facts items={items()} />
}

const Next: Component<{ plan: Plan }> = props => {
  const words = useTexts('merchant').overview
  const { catalogue } = useMerchant()
  const home = useHome()
  const active = () => listsOf(props.plan).active
  return (
    <section class="flow">
      <h2>{words.nextTitle}</h2>
      <Show
        when={active().length > 0}
        fallback={<EmptyState title={words.allDone} level={3} icon="check-circle" action={<LinkButton href={`${home()}/check`}>{words.toChecks}</LinkButton>}>{words.allDoneText}</EmptyState>}
      >
        <p>{words.nextLead}</p>
        <ol class="plain-list split">
          <For each={active().slice(0, shownTasks)}>{task => <TaskLine task={task} catalogue={catalogue()} href={`${home()}/plan?aufgabe=${task.id}`} />}</For>
        </ol>
        <p><a href={`${home()}/plan`}>{words.allTasks}</a></p>
      </Show>
    </section>
  )
}

export const OverviewPage: Component = () => {
  const texts = useTexts()
  const merchant = useTexts('merchant')
  const words = merchant.overview
  const { features } = useApp()
  const { found, plan, catalogue } = useMerchant()
  const home = useHome()
  usePage(() => found().merchant.name)
  return (
    <div class="columns">
      <div class="flow">
        <p class="eyebrow">{merchant.area}</p>
        <h1>{found().merchant.name}</h1>
        <Standing />
        <p class="row no-print"><a class="linkish" href={`${home()}/check`}>{texts.shell.checks}</a><a class="linkish" href={`${home()}/verlauf`}>{texts.shell.history}</a></p>
        <Switch>
          <Match when={plan()}>{known => <Next plan={known()} />}</Match>
          <Match when={!plan()}>
            <EmptyState title={words.noPlanTitle} icon="list-check" action={<LinkButton href={`${home()}/check`}>{words.toChecks}</LinkButton>}>
              {words.noPlanText}
            </EmptyState>
          </Match>
        </Switch>
        <GuideCard merchantId={found().merchant.id} />
        <Show when={features.directory}>
          <OverviewCard merchantId={found().merchant.id} />
        </Show>
        <Show when={features.websiteCheck}>
          <WebsiteCard />
        </Show>
        <Show when={found().history.length > 0}>
          <section class="flow">
            <h2>{words.lately}</h2>
            <HistoryList entries={found().history.slice(0, shownEntries)} catalogue={catalogue()} />
            <p><a href={`${home()}/verlauf`}>{words.allHistory}</a></p>
          </section>
        </Show>
        <MerchantDetails />
      </div>
      <ContactAside />
    </div>
  )
}
