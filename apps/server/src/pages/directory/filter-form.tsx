import type { Component } from 'solid-js'
import { accessibilityFact, spokenLanguage } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { directoryParams, platformPaths } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { byLabel, findCategoryLabel, findDistrictName, findLanguageName } from '../platform/platform-labels.ts'
import type { DirectoryView } from '../public-pages.types.ts'

export type FinderProps = { frame: PageFrame; query: DirectoryView['query']; counts: DirectoryView['counts'] }

type Counted = readonly { id: string; count: number }[]

/** Only what leads somewhere is offered, and what is chosen already. */
const offered = (counts: Counted, chosen: string | null, nameOf: (id: string) => string | undefined) => {
  const ids = chosen === null || counts.some(({ id }) => id === chosen) ? counts : [...counts, { id: chosen, count: 0 }]
  return ids.flatMap(({ id, count }) => {
    const name = nameOf(id)
    return name === undefined ? [] : [{ value: id, label: `${name} (${count})` }]
  })
}

const languagesOf = ({ frame: { locale } }: FinderProps) =>
  byLabel(locale, spokenLanguage.options.map(code => ({ value: code, label: findLanguageName(locale, code) ?? code })))

const accessOf = ({ frame: { locale } }: FinderProps) => [
  { value: 'wheelchair', label: platformWordsOf(locale).wheelchair },
  ...accessibilityFact.options.map(fact => ({ value: fact, label: listingWords[locale].facts[fact] })),
]

const Filters: Component<FinderProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const districts = () => byLabel('de', offered(props.counts.byDistrict, props.query.district, id => findDistrictName(props.frame, id)))
  const trades = () => byLabel(props.frame.locale, offered(props.counts.byCategory, props.query.category, id => findCategoryLabel(props.frame, id)))
  return (
    <div class="finder-filters">
      <Select name={directoryParams.district} label={words().district} placeholder={words().anyDistrict} options={districts()} value={props.query.district ?? ''} />
      <Select name={directoryParams.category} label={words().category} placeholder={words().anyCategory} options={trades()} value={props.query.category ?? ''} />
      <Select name={directoryParams.language} label={words().language} placeholder={words().anyLanguage} options={languagesOf(props)} value={props.query.language ?? ''} />
      <Select name={directoryParams.accessibility} label={words().access} placeholder={words().anyAccess} options={accessOf(props)} value={props.query.accessibility ?? ''} />
      <Button type="submit" variant="secondary">{words().filterButton}</Button>
    </div>
  )
}

/** Search and filters in one form, whose answer is an address that can be kept and sent. */
export const FilterForm: Component<FinderProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  return (
    <form class="finder no-print" role="search" method="get" action={`${linkFrom(props.frame, platformPaths.directory)}#liste`}>
      <div class="finder-search">
        <TextInput
          type="search" name={directoryParams.search} label={words().search} hint={words().searchHint} value={props.query.search} maxlength={120} enterkeyhint="search" autocomplete="off"
        />
        <Button type="submit" icon="search">{words().searchButton}</Button>
      </div>
      <Checkbox name={directoryParams.open} value="1" label={words().openNow} checked={props.query.open} />
      <Details summary={words().filters}><Filters {...props} /></Details>
    </form>
  )
}
