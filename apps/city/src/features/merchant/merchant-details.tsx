import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { createForm } from '../../lib/forms.ts'
import { identityKey } from '../../lib/identity.queries.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { PlaceFields, noDistrict } from '../keep/place-fields.tsx'
import { useMerchant } from './merchant-context.ts'
import { merchantQuery } from './merchant.queries.ts'

const useDetailsForm = () => {
  const keep = useTexts('access').keep
  const { name, postcode, districtId } = useMerchant().found().merchant
  return createForm(
    { name, postcode: postcode ?? '', district: districtId ?? noDistrict },
    {
      name: value => (value.trim() === '' ? keep.businessError : value.trim().length > 120 ? keep.businessLong : undefined),
      postcode: value => (/^\d{5}$/.test(value) ? undefined : keep.postcodeError),
      district: value => (value === '' ? keep.districtError : undefined),
    },
  )
}

/** Name and place of the shop, to put right. */
export const MerchantDetails: Component = () => {
  const words = useTexts('merchant').overview
  const { api } = useApp()
  const { found } = useMerchant()
  const client = useQueryClient()
  const toasts = useToasts()
  const form = useDetailsForm()
  const update = useMutation(() => ({
    mutationFn: () => {
      const { name, postcode, district } = form.values()
      return api.merchant.update.mutate({ merchantId: found().merchant.id, name: name.trim(), postcode, districtId: district === noDistrict ? null : district })
    },
    onSuccess: async () => {
      toasts.show({ message: words.saved, ...brief })
      await Promise.all([client.invalidateQueries({ queryKey: merchantQuery(api, found().merchant.id).queryKey }), client.invalidateQueries({ queryKey: identityKey })])
    },
  }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!update.isPending && form.check()) update.mutate()
  }
  return (
    <div class="no-print flow-far">
      <Details summary={words.details}>
        <form class="flow" noValidate onSubmit={submit}>
          <TextInput name="name" width="m" label={words.name} error={form.errorOf('name')} value={form.values().name} onInput={event => form.set('name', event.currentTarget.value)} />
          <PlaceFields place={form.values()} errorOf={form.errorOf} onChange={form.set} />
          <Show when={update.isError}>
            <ProblemNotice problem={problemOf(update.error)} />
          </Show>
          <Button type="submit" variant="secondary" busy={update.isPending}>{words.save}</Button>
        </form>
      </Details>
    </div>
  )
}
