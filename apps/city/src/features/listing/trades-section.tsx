import { For, Show, createMemo, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing } from './listing-context.ts'
import { useSetting } from './listing.queries.ts'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'
import { searchTrades } from './trade-search.rules.ts'
import type { Trade } from './trade-search.rules.ts'

const most = 5
const shown = 8

type ChoiceProps = { trades: readonly Trade[]; chosen: readonly string[]; onChange: (ids: string[]) => void }

/** What is chosen, the main one first. */
const Chosen: Component<ChoiceProps> = props => {
  const words = useTexts('listing').trades
  const { locale } = useApp()
  const nameOf = (id: string) => props.trades.find(trade => trade.id === id)?.label[locale] ?? id
  return (
    <Show when={props.chosen.length > 0} fallback={<p class="muted">{words.none}</p>}>
      <ul class="plain-list split" aria-label={words.chosen}>
        <For each={props.chosen}>
          {(id, index) => (
            <li class="row spread">
              <span class="row"><strong>{nameOf(id)}</strong><Show when={index() === 0}><Badge tone="accent">{words.main}</Badge></Show></span>
              <span class="row">
                <Show when={index() > 0}>
                  <Button variant="quiet" aria-label={words.makeMainNamed(nameOf(id))} onClick={() => props.onChange([id, ...props.chosen.filter(other => other !== id)])}>{words.makeMain}</Button>
                </Show>
                <Button variant="quiet" icon="trash" aria-label={words.removeNamed(nameOf(id))} onClick={() => props.onChange(props.chosen.filter(other => other !== id))}>{words.remove}</Button>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

const Boxes: Component<ChoiceProps & { from: readonly Trade[]; scope: string }> = props => {
  const { locale } = useApp()
  const isFull = () => props.chosen.length >= most
  const toggle = (id: string, on: boolean) => props.onChange(on ? [...props.chosen, id] : props.chosen.filter(other => other !== id))
  return (
    <div class="ticks">
      <For each={props.from}>
        {({ id, label }) => (
          <Checkbox
            name={`${props.scope}-${id}`} label={label[locale]} checked={props.chosen.includes(id)} disabled={isFull() && !props.chosen.includes(id)}
            onChange={event => toggle(id, event.currentTarget.checked)}
          />
        )}
      </For>
    </div>
  )
}

const Choice: Component<ChoiceProps> = props => {
  const words = useTexts('listing').trades
  const { locale } = useApp()
  const [search, setSearch] = createSignal('')
  const found = createMemo(() => searchTrades(props.trades, search()).slice(0, shown))
  const sorted = createMemo(() => props.trades.toSorted((a, b) => a.label[locale].localeCompare(b.label[locale], locale)))
  return (
    <>
      <Chosen {...props} />
      <Show when={props.chosen.length >= most}><p>{words.full(most)}</p></Show>
      <TextInput
        name="trade" type="search" width="m" autocomplete="off" label={words.search} hint={words.searchHint} value={search()} onInput={event => setSearch(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
      />
      <p role="status" class="small muted">{search().trim() === '' ? '' : words.found(found().length)}</p>
      <Boxes {...props} from={found()} scope="found" />
      <Details summary={words.all(props.trades.length)}><Boxes {...props} from={sorted()} scope="all" /></Details>
    </>
  )
}

export const TradesSection: Component = () => {
  const words = useTexts('listing').trades
  const session = useListing()
  const setting = useSetting()
  const form = createSectionForm({
    section: 'branche',
    read: ({ categories }) => ({ categories: [...categories] }),
    write: ({ categories }) => ({ categories }),
    fieldOf: () => 'trade',
    messageOf: () => words.none,
  })
  return (
    <SectionFrame section="branche" form={form}>
      <Loaded query={setting} shape="text">
        {found => <Choice trades={found().categories} chosen={session.content().categories} onChange={categories => form.set({ categories })} />}
      </Loaded>
    </SectionFrame>
  )
}
