import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { MerchantState } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { createTypedSearch } from '../../lib/typed-search.ts'
import { office } from '../../locales/de/office.ts'
import { isFiltered } from './list-address.ts'
import type { ListAddress } from './list-address.ts'

const words = office.filters
const bands: readonly Band[] = ['start', 'build', 'secure', 'model']
const states: readonly MerchantState[] = ['active', 'paused', 'withdrawn', 'closed']

type FiltersProps = {
  address: ListAddress
  resetHref: string
  /** `typed` marks a change in the middle of a word, which is no step of its own in the history. */
  onChange: (change: Partial<ListAddress>, typed: boolean) => void
}

/** Search and filters; each choice is part of the address at once. */
export const Filters: Component<FiltersProps> = props => {
  const texts = useTexts()
  const { districts } = useApp().city
  const search = createTypedSearch(props.address.suche ?? '', (suche, typed) => props.onChange({ suche }, typed))
  return (
    <form role="search" aria-label={words.title} class="stack" onSubmit={search.submit}>
      <div class="filters">
        <TextInput name="suche" type="search" autocomplete="off" label={words.search} value={search.text()} onInput={event => search.type(event.currentTarget.value)} />
        <Select
          name="quartier"
          label={words.district}
          placeholder={words.all}
          value={props.address.quartier}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={event => props.onChange({ quartier: event.currentTarget.value }, false)}
        />
        <Select
          name="stand"
          label={words.band}
          placeholder={words.all}
          value={props.address.stand}
          options={bands.map(band => ({ value: band, label: texts.bands[band] }))}
          onChange={event => props.onChange({ stand: event.currentTarget.value }, false)}
        />
        <Select
          name="teilnahme"
          label={words.state}
          placeholder={words.all}
          value={props.address.teilnahme}
          options={states.map(state => ({ value: state, label: office.states[state] }))}
          onChange={event => props.onChange({ teilnahme: event.currentTarget.value }, false)}
        />
      </div>
      <div class="row">
        <Checkbox name="muss" label={words.musts} checked={props.address.muss === '1'} onChange={event => props.onChange({ muss: event.currentTarget.checked ? '1' : '' }, false)} />
        <Show when={isFiltered(props.address)}>
          <a class="linkish" href={props.resetHref} onClick={() => search.put('')}>{words.reset}</a>
        </Show>
      </div>
    </form>
  )
}
