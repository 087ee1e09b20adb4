import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { topicWords } from '@digitallotsen/domain/mail/mail-topic.words.ts'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { reading } from '../../lib/queries.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { Api, Outputs } from '../../lib/trpc.ts'

type Preferences = Outputs['account']['mailTopics']
type Preference = Preferences[number]

const topicsQuery = (api: Api) => reading('account.mailTopics', api.account.mailTopics.query)({})

const useSwitch = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const words = useTexts('merchant').account
  const put = (preferences: Preferences) => client.setQueryData(topicsQuery(api).queryKey, preferences)
  return useMutation(() => ({
    mutationFn: (preference: Preference) => api.account.setMailTopic.mutate(preference),
    onSuccess: (preferences: Preferences) => {
      put(preferences)
      toasts.show({ message: words.mailsSaved, ...brief })
    },
    // What is shown is what holds: a box that could not be saved goes back.
    onError: () => client.invalidateQueries({ queryKey: ['account.mailTopics'] }),
  }))
}

const Switches: Component<{ preferences: Preferences }> = props => {
  const { locale } = useApp()
  const change = useSwitch()
  return (
    <>
      <Show when={change.isError}><ProblemNotice problem={problemOf(change.error)} /></Show>
      <For each={props.preferences}>
        {({ topic, wanted }) => (
          <Checkbox
            label={topicWords[locale][topic].title}
            hint={topicWords[locale][topic].about}
            checked={wanted}
            disabled={change.isPending}
            onChange={event => change.mutate({ topic, wanted: event.currentTarget.checked })}
          />
        )}
      </For>
    </>
  )
}

/** Which mails one gets that one could do without; each box is saved at once. */
export const MailTopics: Component = () => {
  const words = useTexts('merchant').account
  const { api } = useApp()
  const topics = useQuery(() => topicsQuery(api))
  return (
    <section class="flow">
      <h2>{words.mailsTitle}</h2>
      <p>{words.mailsText}</p>
      <Loaded query={topics} shape="text" failed={privateFailure(words.title, () => void topics.refetch())}>{found => <Switches preferences={found()} />}</Loaded>
    </section>
  )
}
