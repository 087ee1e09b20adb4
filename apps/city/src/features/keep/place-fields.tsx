import { suggestDistrict } from '@digitallotsen/domain/tenant/districts.rules.ts'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import type { Component } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'

export type Place = { postcode: string; district: string }
/** Stands for "none of them", which is an answer too. */
export const noDistrict = 'none'

type PlaceFieldsProps = {
  place: Place
  errorOf: (name: keyof Place) => string | undefined
  onChange: <Name extends keyof Place>(name: Name, value: string) => void
}

/** Postcode and district; a postcode that lies in one district alone fills it in, and the person may still choose. */
export const PlaceFields: Component<PlaceFieldsProps> = props => {
  const words = useTexts('access').keep
  const { districts } = useApp().city
  const suggested = () => suggestDistrict(districts, props.place.postcode)
  const typePostcode = (postcode: string) => {
    const before = suggested()
    props.onChange('postcode', postcode)
    const now = suggestDistrict(districts, postcode)
    if (now) props.onChange('district', now.id)
    else if (before && props.place.district === before.id) props.onChange('district', '')
  }
  return (
    <>
      <TextInput
        name="postcode"
        width="xs"
        inputMode="numeric"
        autocomplete="postal-code"
        maxLength={5}
        label={words.postcode}
        error={props.errorOf('postcode')}
        value={props.place.postcode}
        onInput={event => typePostcode(event.currentTarget.value.trim())}
      />
      <Select
        name="district"
        width="m"
        label={words.district}
        hint={suggested() ? words.districtSuggested(suggested()?.name ?? '') : words.districtHint}
        error={props.errorOf('district')}
        placeholder={words.districtChoose}
        value={props.place.district}
        options={[...districts.map(({ id, name }) => ({ value: id, label: name })), { value: noDistrict, label: words.districtNone }]}
        onChange={event => props.onChange('district', event.currentTarget.value)}
      />
    </>
  )
}
