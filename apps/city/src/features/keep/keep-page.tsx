import { useNavigate, useParams } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { canNormaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createForm } from '../../lib/forms.ts'
import { createRequestKey } from '../../lib/new-key.ts'
import { usePage } from '../../lib/page.ts'
import { PlaceFields, noDistrict } from './place-fields.tsx'
import { ProblemNotice, problemText } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { readRecord } from '../check/answer-store.ts'
import { writePending } from '../sign-in/pending-sign-in.ts'
import { fieldOfCode } from './field-of-code.ts'

const longestName = 120

const useKeepForm = () => {
  const words = useTexts('access').keep
  const { postcodes } = useApp().city
  return createForm(
    { business: '', postcode: '', district: '', email: '', privacy: false as boolean },
    {
      business: value => (value.trim() === '' ? words.businessError : value.trim().length > longestName ? words.businessLong : undefined),
      postcode: value => (!/^\d{5}$/.test(value) ? words.postcodeError : postcodes.length > 0 && !postcodes.includes(value) ? words.postcodeForeign : undefined),
      district: value => (value === '' ? words.districtError : undefined),
      email: value => (canNormaliseEmail(value) ? undefined : words.emailError),
      privacy: value => (value ? undefined : words.privacyError),
    },
  )
}

const KeepForm: Component<{ assessmentId: string; checkKey: string }> = props => {
  const texts = useTexts()
  const words = useTexts('access').keep
  const { api, base, locale, tab } = useApp()
  const navigate = useNavigate()
  const form = useKeepForm()
  const request = createRequestKey()
  const input = () => {
    const { business, postcode, district, email } = form.values()
    return {
      assessmentId: props.assessmentId,
      key: props.checkKey,
      business: { name: business.trim(), postcode, districtId: district === noDistrict ? null : district },
      email: email.trim(),
      acceptedPrivacy: true as const,
      locale,
    }
  }
  const keep = useMutation(() => ({
    mutationFn: async () => {
      const wish = input()
      return { ...(await api.plan.keep.mutate({ ...wish, idempotencyKey: request.keyOf(wish) })), wish }
    },
    onSuccess: ({ challengeId, wish }: { challengeId: string; wish: ReturnType<typeof input> }) => {
      writePending(tab, { challengeId, email: wish.email, sentAt: Date.now(), keep: wish, back: null })
      navigate('/anmelden/code')
    },
    onError: (error: unknown) => {
      const problem = problemOf(error)
      const field = fieldOfCode(problem.code)
      if (field) form.refuse([{ path: field, message: '' }], () => problemText(problem, texts))
      else if (problem.issues.length > 0) form.refuse(problem.issues, () => problemText(problem, texts))
    },
  }))
  const failure = () => (keep.isError && form.problems().length === 0 ? problemOf(keep.error) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!keep.isPending && form.check()) keep.mutate()
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <BackLink href={`${base}/check/${props.assessmentId}/ergebnis`}>{words.back}</BackLink>
      <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <TextInput
        name="business"
        width="m"
        autocomplete="organization"
        label={words.business}
        error={form.errorOf('business')}
        value={form.values().business}
        onInput={event => form.set('business', event.currentTarget.value)}
      />
      <PlaceFields place={form.values()} errorOf={form.errorOf} onChange={form.set} />
      <TextInput
        name="email"
        type="email"
        width="m"
        autocomplete="email"
        inputMode="email"
        label={words.email}
        hint={words.emailHint}
        error={form.errorOf('email')}
        value={form.values().email}
        onInput={event => form.set('email', event.currentTarget.value)}
      />
      <Checkbox
        name="privacy"
        label={words.privacy}
        hint={<a href={`${base}/datenschutz`} target="_blank" rel="external">{words.privacyLink}</a>}
        error={form.errorOf('privacy')}
        checked={form.values().privacy}
        onChange={event => form.set('privacy', event.currentTarget.checked)}
      />
      <Show when={failure()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button type="submit" busy={keep.isPending}>{words.submit}</Button>
    </form>
  )
}

export const KeepPage: Component = () => {
  const words = useTexts('access').keep
  const { base, shelf } = useApp()
  const params = useParams<{ assessmentId: string }>()
  const key = () => readRecord(shelf, params.assessmentId)?.key ?? undefined
  usePage(() => words.title)
  return (
    <div class="columns">
      <Show
        when={key()}
        fallback={
          <div class="flow">
            <h1>{words.title}</h1>
            <EmptyState title={words.noKeyTitle} icon="key" action={<LinkButton href={`${base}/check`}>{words.toCheck}</LinkButton>}>
              {words.noKey}
            </EmptyState>
          </div>
        }
      >
        {checkKey => <KeepForm assessmentId={params.assessmentId} checkKey={checkKey()} />}
      </Show>
      <ContactAside>
        <h2 class="aside-title">{words.next}</h2>
        <p>{words.nextText}</p>
      </ContactAside>
    </div>
  )
}
