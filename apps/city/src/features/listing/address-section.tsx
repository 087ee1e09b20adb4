import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { suggestDistrict } from '@digitallotsen/domain/tenant/districts.rules.ts'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { createLaterPart } from '../../lib/later-part.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing } from './listing-context.ts'
import type { Point } from './place.rules.ts'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'
import { orNull } from './texts.rules.ts'

const PlaceMap = createLaterPart(async () => (await import('./place-map.tsx')).PlaceMap)

const longest = 120
const read = ({ address: { street, houseNumber, addition, postcode, town, districtId } }: ListingContent) => ({
  street: street ?? '', houseNumber: houseNumber ?? '', addition: addition ?? '', postcode: postcode ?? '', town: town ?? '', district: districtId ?? '',
  /** Undefined as long as nobody has touched the map. */
  place: undefined as ListingContent['place'] | undefined,
})
type Fields = ReturnType<typeof read>

export const AddressSection: Component = () => {
  const words = useTexts('listing').address
  const { city } = useApp()
  const session = useListing()
  const districtOf = (id: string) => city.districts.find(district => district.id === id)
  /** Who has set no place stands in the middle of their district; the server does the same. */
  const middleOf = (id: string): ListingContent['place'] => {
    const district = districtOf(id)
    return district ? { lat: district.lat, lon: district.lon, source: 'district' } : null
  }
  const placeOf = ({ place, district }: Fields, old: ListingContent['place']): ListingContent['place'] => {
    const kept = place === undefined ? old : place
    return kept?.source === 'map' ? kept : middleOf(district)
  }
  const form = createSectionForm<Fields>({
    section: 'adresse',
    read,
    write: (raw, content) => ({
      address: {
        street: orNull(raw.street), houseNumber: orNull(raw.houseNumber), addition: orNull(raw.addition), postcode: orNull(raw.postcode), town: orNull(raw.town),
        districtId: orNull(raw.district),
      },
      place: placeOf(raw, content.place),
    }),
    fieldOf: path => path.split('.')[1] ?? 'street',
    messageOf: field => (field === 'postcode' ? words.postcodeError : words.lineError),
    also: ({ address }) => (address?.postcode && !city.postcodes.includes(address.postcode) ? [{ path: 'address.postcode', message: 'postcode.foreign' }] : []),
  })
  const typePostcode = (postcode: string): void => {
    const suggested = suggestDistrict(city.districts, postcode)
    form.set({ postcode, ...(suggested ? { district: suggested.id } : {}) })
  }
  const line = (name: 'street' | 'houseNumber' | 'addition' | 'town') => ({
    name, maxLength: longest, error: form.errorOf(name), value: form.raw()[name],
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => form.set({ [name]: event.currentTarget.value }),
  })
  const setPlace = (point: Point | undefined) => form.set({ place: point ? { ...point, source: 'map' } : middleOf(form.raw().district) })
  return (
    <SectionFrame section="adresse" form={form}>
      <div class="pair pair-wide-first">
        <TextInput {...line('street')} autocomplete="address-line1" label={words.street} />
        <TextInput {...line('houseNumber')} label={words.houseNumber} />
      </div>
      <TextInput {...line('addition')} width="m" label={words.addition} optional={words.optional} hint={words.additionHint} />
      <div class="pair pair-narrow-first">
        <TextInput
          name="postcode" inputMode="numeric" autocomplete="postal-code" maxLength={5} label={words.postcode} error={form.errorOf('postcode')} value={form.raw().postcode}
          onInput={event => typePostcode(event.currentTarget.value.trim())}
        />
        <TextInput {...line('town')} autocomplete="address-level2" label={words.town} />
      </div>
      <Select
        name="district" width="m" label={words.district} hint={words.districtHint} placeholder={words.districtChoose} value={form.raw().district}
        options={city.districts.map(({ id, name }) => ({ value: id, label: name }))} onChange={event => form.set({ district: event.currentTarget.value })}
      />
      <Show when={districtOf(form.raw().district)} fallback={<p class="muted">{words.noMap}</p>}>
        {district => (
          <Details summary={words.place}>
            <PlaceMap district={district()} place={placeOf(form.raw(), session.content().place) ?? { ...district(), source: 'district' }} onChange={setPlace} />
          </Details>
        )}
      </Show>
    </SectionFrame>
  )
}
