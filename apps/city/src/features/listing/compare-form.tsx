import { useNavigate } from '@solidjs/router'
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import type { ProfileChannel, ProfileField } from '@digitallotsen/domain/listing/profile.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { createRequestKey } from '../../lib/new-key.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { readJson, writeJson } from '../../lib/storage.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { checkOf, emptyComparison, openQuestions } from './comparison.rules.ts'
import type { Comparison, Finding } from './comparison.rules.ts'
import { useListingHome, useListingPath, useMerchantId } from './listing-context.ts'
import { profilesQuery, useSheets } from './listing.queries.ts'
import { webAddressOf } from './texts.rules.ts'
import './compare.css'

const findings: readonly Finding[] = ['same', 'different', 'missing']

/** What was ticked stays through a reload, until it is saved. */
const createComparison = (channel: string) => {
  const { tab } = useApp()
  const key = `dl:listing:${useMerchantId()}:compare:${channel}`
  const [comparison, setComparison] = createSignal<Comparison>(readJson(tab, key) ?? emptyComparison)
  return {
    comparison,
    change: (part: Partial<Comparison>): void => {
      const next = { ...comparison(), ...part }
      setComparison(next)
      writeJson(tab, key, next)
    },
    forget: () => tab.removeItem(key),
  }
}

type QuestionProps = { field: ProfileField; ours: string | undefined; comparison: Comparison; error: string | undefined; onChange: (part: Partial<Comparison>) => void }

/** One field of a profile beside our own: the same, something else, or nothing. */
const Question: Component<QuestionProps> = props => {
  const words = useTexts('everywhere')
  const labels = listingWords[useApp().locale].fields
  const answers = (): Partial<Record<Finding, string>> => words.fieldFindings[props.field] ?? words.findings
  const options = () => findings.flatMap(value => (answers()[value] === undefined ? [] : [{ value, label: answers()[value] }]))
  const choose = (value: string) => props.onChange({ findings: { ...props.comparison.findings, [props.field]: value as Finding } })
  return (
    <div class="flow compare">
      <RadioCards
        name={props.field} legend={words.questions[props.field] ?? labels[props.field]} layout="row" error={props.error} value={props.comparison.findings[props.field]}
        hint={<Show when={props.ours}>{value => <span class="keep-lines">{words.ours}<br /><strong>{value()}</strong></span>}</Show>}
        options={options()} onChange={choose}
      />
      <Show when={props.comparison.findings[props.field] === 'different'}>
        <TextInput
          name={`note-${props.field}`} width="m" maxLength={120} label={words.note} optional={words.optional} value={props.comparison.notes[props.field] ?? ''}
          onInput={event => props.onChange({ notes: { ...props.comparison.notes, [props.field]: event.currentTarget.value } })}
        />
      </Show>
    </div>
  )
}

const Form: Component<{ channel: ProfileChannel; fields: readonly ProfileField[] }> = props => {
  const texts = useTexts()
  const words = useTexts('everywhere')
  const { api, locale } = useApp()
  const labels = listingWords[locale].fields
  const merchantId = useMerchantId()
  const path = useListingPath()
  const navigate = useNavigate()
  const client = useQueryClient()
  const toasts = useToasts()
  const sheets = useSheets()
  const request = createRequestKey()
  const { comparison, change, forget } = createComparison(props.channel)
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const errorOf = (field: string) => (openQuestions(comparison(), props.fields).some(open => open === field) ? problems().find(problem => problem.field === field)?.message : undefined)
  const oursOf = (field: ProfileField) => sheets.data?.profiles.flatMap(({ rows }) => rows).find(row => row.field === field)?.value
  const record = useMutation(() => ({
    mutationFn: () => {
      const check = checkOf(props.channel, comparison(), props.fields, webAddressOf(comparison().url), dayInBerlin(new Date()))
      return api.listing.recordProfile.mutate({ merchantId, check, idempotencyKey: request.keyOf(check) })
    },
    onSuccess: overview => {
      client.setQueryData(profilesQuery(api, merchantId).queryKey, overview)
      forget()
      toasts.show({ message: words.recorded, ...brief })
      navigate(`${path}/ueberall`)
    },
  }))
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const open = openQuestions(comparison(), props.fields)
    setProblems(open.map(field => ({ field, message: field === 'present' ? words.presentError : words.openError(labels[field]) })))
    if (open.length === 0 && !record.isPending) record.mutate()
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <ErrorSummary title={texts.common.errorSummary} errors={problems()} />
      <RadioCards
        name="present" legend={words.present} layout="row" error={errorOf('present')} value={comparison().present === null ? undefined : comparison().present ? 'yes' : 'no'}
        options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} onChange={value => change({ present: value === 'yes' })}
      />
      <Show when={comparison().present}>
        <TextInput name="url" width="m" inputMode="url" autocapitalize="none" maxLength={300} label={words.url} optional={words.optional} value={comparison().url} onInput={event => change({ url: event.currentTarget.value })} />
        <h2>{words.fieldsTitle}</h2>
        <p>{words.fieldsText}</p>
        <For each={props.fields}>{field => <Question field={field} ours={oursOf(field)} comparison={comparison()} error={errorOf(field)} onChange={change} />}</For>
      </Show>
      <Show when={comparison().present === false}><p>{words.absentText}</p></Show>
      <Show when={record.isError}><ProblemNotice problem={problemOf(record.error)} /></Show>
      <Button type="submit" busy={record.isPending}>{words.save}</Button>
    </form>
  )
}

/** The guided look at one place: somebody opens it, compares field by field, and says what they see. */
export const CompareForm: Component<{ channel: string }> = props => {
  const words = useTexts('everywhere')
  const { api, locale } = useApp()
  const merchantId = useMerchantId()
  const home = useListingHome()
  const profiles = useQuery(() => profilesQuery(api, merchantId))
  const title = () => words.compareTitle(listingWords[locale].channels[props.channel as ProfileChannel] ?? props.channel)
  usePage(title)
  return (
    <>
      <BackLink href={`${home}/ueberall`}>{words.back}</BackLink>
      <h1>{title()}</h1>
      <Loaded query={profiles} shape="text">
        {found => (
          <Show when={found().channels.find(({ channel }) => channel === props.channel)} fallback={<p>{words.unknown}</p>}>
            {entry => (
              <>
                <p class="lead">{words.channels[entry().channel].how}</p>
                <Form channel={entry().channel} fields={entry().fields} />
              </>
            )}
          </Show>
        )}
      </Loaded>
    </>
  )
}
