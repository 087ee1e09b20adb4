import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { createLaterPart } from '../../lib/later-part.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing, useListingHome } from './listing-context.ts'
import { usePublishing } from './publishing.state.ts'
import { useUnsavedSections } from './section-form.state.ts'
import { gapAddress } from './sections.ts'
import type { SectionId } from './sections.ts'
import { standingTones } from './standing-looks.ts'

const WithdrawDialog = createLaterPart(async () => (await import('./withdraw-dialog.tsx')).WithdrawDialog)

/** What is still missing, each with the way to its field. */
const Gaps: Component = () => {
  const words = useTexts('listing').publish
  const labels = listingWords[useApp().locale].gaps
  const session = useListing()
  const home = useListingHome()
  return (
    <Show when={session.gaps().length > 0}>
      <div id="luecken" tabindex="-1" class="flow">
        <h2 class="aside-title">{words.gapsTitle}</h2>
        <ul class="plain-list gaps"><For each={session.gaps()}>{gap => <li><a href={gapAddress(home, gap)}>{labels[gap]}</a></li>}</For></ul>
      </div>
    </Show>
  )
}

/** What was typed and could not be saved, each with the way back to it: nothing is handed in past it. */
const Unsaved: Component<{ sections: readonly SectionId[] }> = props => {
  const words = useTexts('listing')
  const home = useListingHome()
  return (
    <Show when={props.sections.length > 0}>
      <div id="ungespeichert" tabindex="-1">
        <Notice tone="warning" title={words.publish.unsavedTitle}>
          <ul class="plain-list gaps"><For each={props.sections}>{id => <li><a href={`${home}/${id}`}>{words.sections[id].title}</a></li>}</For></ul>
        </Notice>
      </div>
    </Show>
  )
}

/** Where the listing stands, and the one thing to do next. */
export const StandingCard: Component = () => {
  const words = useTexts('listing').publish
  const { base } = useApp()
  const session = useListing()
  const home = useListingHome()
  const publishing = usePublishing()
  const unsaved = useUnsavedSections()
  const [asked, setAsked] = createSignal(false)
  const standing = publishing.standing
  const isLive = () => session.held().state === 'published'
  const submit = (): void => {
    const inTheWay = document.getElementById('ungespeichert') ?? document.getElementById('luecken')
    if (inTheWay) inTheWay.focus()
    else void publishing.submit()
  }
  const withdraw = () => (standing().undoable ? void publishing.withdraw() : setAsked(true))
  return (
    <section class="card standing" aria-label={words.standing}>
      <p><Badge tone={standingTones[standing().kind]}>{words.kinds[standing().kind].badge}</Badge></p>
      <p class="lead">{words.kinds[standing().kind].text}</p>
      <Show when={session.held().officeReason}>{reason => <Notice tone="warning" title={words.officeSays}><p class="keep-lines">{reason()}</p></Notice>}</Show>
      <Unsaved sections={unsaved()} />
      <Gaps />
      <Show when={publishing.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Show when={publishing.isUnsaved()}><Notice tone="warning" live>{words.unsaved}</Notice></Show>
      <div class="actions">
        <Show when={publishing.isReady() && standing().submit !== 'none'}>
          <Button busy={publishing.isBusy()} onClick={submit}>{words.submit[standing().appears ? 'publish' : 'review'][standing().submit === 'changes' ? 'changes' : 'first']}</Button>
        </Show>
        <LinkButton variant="secondary" href={`${home}/vorschau`}>{words.preview}</LinkButton>
        <Show when={isLive() && session.held().slug}>{slug => <LinkButton variant="quiet" iconEnd="external" href={`${base}/betriebe/${slug()}`}>{words.seeLive}</LinkButton>}</Show>
      </div>
      <Show when={standing().submit !== 'none' && publishing.isReady()}><p class="small muted">{standing().appears ? words.appearsAtOnce : words.officeLooks}</p></Show>
      <Show when={standing().canWithdraw}>
        <Button variant="quiet" icon="undo" busy={publishing.isBusy()} onClick={withdraw}>{isLive() ? words.withdrawLive : words.withdrawPending}</Button>
        <Show when={asked()}>
          <WithdrawDialog
            onClose={() => setAsked(false)}
            onConfirm={() => {
              setAsked(false)
              void publishing.withdraw()
            }}
          />
        </Show>
      </Show>
    </section>
  )
}
