import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteAnswers, WebsiteAnswerSheet } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { formatDay } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useMerchant } from '../merchant/merchant-context.ts'
import { merchantQuery, planQuery } from '../merchant/merchant.queries.ts'
import { answersOf, fieldsOf, isCount, longest } from './answers-form.ts'
import { useWebsiteHome } from './website-home.ts'
import { answersQuery, auditListQuery } from './website.queries.ts'

/** What is judged anew by an answer: the newest report, with its list, and the plan. */
const useSave = () => {
  const { api } = useApp()
  const { found } = useMerchant()
  const client = useQueryClient()
  const merchantId = found().merchant.id
  return useMutation(() => ({
    mutationFn: (answers: WebsiteAnswers) => api.website.answer.mutate({ merchantId, answers }),
    onSuccess: (sheet: WebsiteAnswerSheet) => {
      client.setQueryData(answersQuery(api, merchantId).queryKey, sheet)
      for (const queryKey of [['website.get'], auditListQuery(api, merchantId).queryKey, planQuery(api, merchantId).queryKey, merchantQuery(api, merchantId).queryKey]) void client.invalidateQueries({ queryKey })
    },
  }))
}

const useAnswerForm = (answers: WebsiteAnswers) => {
  const words = useTexts('website').questions
  return createForm(fieldsOf(answers), { employees: value => (isCount(value) ? undefined : words.employeesError) })
}
type AnswerForm = ReturnType<typeof useAnswerForm>

type YesNo = 'sellsOnline' | 'booksOnline' | 'aboveTwoMillion'

const YesNoField: Component<{ form: AnswerForm; name: YesNo; legend: string; hint: string; none: string }> = props => {
  const words = useTexts('website').questions
  const options = () => [{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }, { value: '', label: props.none, quiet: true }]
  return <RadioCards name={props.name} layout="row" legend={props.legend} hint={props.hint} options={options()} value={props.form.values()[props.name]} onChange={value => props.form.set(props.name, value)} />
}

const StatementField: Component<{ form: AnswerForm }> = props => {
  const words = useTexts('website').questions
  const options = () => [...Object.entries(words.statements).map(([value, label]) => ({ value, label })), { value: '', label: words.unsure, quiet: true }]
  return (
    <RadioCards
      name="accessibilityStatement"
      legend={words.statement}
      hint={words.statementHint}
      options={options()}
      value={props.form.values().accessibilityStatement}
      onChange={value => props.form.set('accessibilityStatement', value)}
    />
  )
}

const Fields: Component<{ form: AnswerForm }> = props => {
  const texts = useTexts()
  const words = useTexts('website').questions
  const { form } = props
  return (
    <>
      <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
      <YesNoField form={form} name="sellsOnline" legend={words.sells} hint={words.sellsHint} none={words.look} />
      <YesNoField form={form} name="booksOnline" legend={words.books} hint={words.booksHint} none={words.look} />
      <TextInput
        name="employees"
        width="xs"
        inputMode="numeric"
        maxLength={6}
        label={words.employees}
        hint={words.employeesHint}
        error={form.errorOf('employees')}
        value={form.values().employees}
        onInput={event => form.set('employees', event.currentTarget.value)}
      />
      <YesNoField form={form} name="aboveTwoMillion" legend={words.large} hint={words.largeHint} none={words.unsure} />
      <StatementField form={form} />
      <Show when={form.values().sellsOnline !== 'no'}>
        <TextInput
          name="orderButton"
          maxLength={longest.line}
          label={words.button}
          hint={words.buttonHint}
          value={form.values().orderButton}
          onInput={event => form.set('orderButton', event.currentTarget.value)}
        />
      </Show>
    </>
  )
}

const AnswersForm: Component<{ sheet: WebsiteAnswerSheet }> = props => {
  const words = useTexts('website').questions
  const { locale } = useApp()
  const toasts = useToasts()
  const save = useSave()
  const form = useAnswerForm(props.sheet.answers)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (save.isPending || !form.check()) return
    save.mutate(answersOf(form.values()), { onSuccess: () => void toasts.show({ message: words.saved, ...brief }) })
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <Fields form={form} />
      <Show when={save.isError}><ProblemNotice problem={problemOf(save.error)} /></Show>
      <p class="small muted">
        {words.effect}
        <Show when={props.sheet.savedAt}>{date => <> {words.savedOn(formatDay(date(), locale))}</>}</Show>
      </p>
      <Button type="submit" busy={save.isPending}>{words.save}</Button>
    </form>
  )
}

/** What only a person can tell about a business and its website. */
export const QuestionsPage: Component = () => {
  const words = useTexts('website').questions
  const { api, base } = useApp()
  const { found } = useMerchant()
  const home = useWebsiteHome()
  const sheet = useQuery(() => answersQuery(api, found().merchant.id))
  usePage(() => words.title)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={home.href()}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Loaded query={sheet} shape="text">{loaded => <AnswersForm sheet={loaded()} />}</Loaded>
        <section class="flow">
          <h2>{words.google}</h2>
          <p>{words.googleText}</p>
          <LinkButton variant="secondary" href={`${base}/mein-betrieb/${found().merchant.id}/eintrag/ueberall?ort=google`}>{words.googleGo}</LinkButton>
        </section>
      </div>
      <ContactAside />
    </div>
  )
}
