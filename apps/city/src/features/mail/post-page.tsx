import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { mailFailureTexts } from '@digitallotsen/domain/mail/mail-failures.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay, formatInstant } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { focusHeading, usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { brief } from '../../lib/toasts.ts'
import { post as words } from '../../locales/de/post.ts'
import { postQuery, type Post, type UndeliveredMail } from './mail.queries.ts'

type Step = { mailId: string; what: 'repeat' | 'settle' }

const useSteps = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const reread = () => Promise.all(['post.list', 'post.count'].map(key => client.invalidateQueries({ queryKey: [key] })))
  return useMutation(() => ({
    mutationFn: ({ mailId, what }: Step): Promise<Post> => api.post[what].mutate({ mailId }),
    onSuccess: (post: Post, { what }: Step) => {
      client.setQueryData(postQuery(api).queryKey, post)
      client.setQueryData(['post.count', {}], { undelivered: post.total })
      toasts.show({ message: what === 'repeat' ? words.repeated : words.settled, ...brief })
      queueMicrotask(focusHeading)
    },
    // Somebody else in the office was faster, or time was.
    onError: reread,
  }))
}

const MailItem: Component<{ mail: UndeliveredMail; busy: boolean; onStep: (what: Step['what']) => void }> = props => {
  const facts = () => [
    { term: words.to, description: props.mail.recipient },
    { term: words.reason, description: mailFailureTexts[props.mail.reason] },
    { term: words.written, description: formatDay(props.mail.writtenAt, 'de') },
    { term: words.since, description: formatInstant(props.mail.since, 'de') },
  ]
  return (
    <li class="flow">
      <h2>{props.mail.subject}</h2>
      <DefinitionList items={facts()} />
      <Show when={!props.mail.canRepeat}><p class="small muted">{words.outdated}</p></Show>
      <p class="row">
        <Show when={props.mail.canRepeat}>
          <Button variant="secondary" icon="refresh" busy={props.busy} aria-label={words.repeatNamed(props.mail.subject, props.mail.recipient)} onClick={() => props.onStep('repeat')}>{words.repeat}</Button>
        </Show>
        <Button variant="quiet" icon="check" busy={props.busy} aria-label={words.settleNamed(props.mail.subject, props.mail.recipient)} onClick={() => props.onStep('settle')}>{words.settle}</Button>
      </p>
    </li>
  )
}

export const PostView: Component<{ post: Post }> = props => {
  const { base } = useApp()
  const steps = useSteps()
  usePage(() => words.title)
  const none = () => <EmptyState title={words.emptyTitle} icon="check-circle" action={<LinkButton variant="secondary" href={`${base}/buero`}>{words.toBusinesses}</LinkButton>}>{words.emptyText}</EmptyState>
  return (
    <div class="flow" lang="de">
      <h1>{words.title}</h1>
      <Show when={props.post.delayed.since}>
        {since => (
          <Notice tone="warning" title={words.delayed(props.post.delayed.count, formatInstant(since(), 'de'))}>
            <p>{words.delayedText}</p>
          </Notice>
        )}
      </Show>
      <Show when={steps.isError}><ProblemNotice problem={problemOf(steps.error)} /></Show>
      <Show when={props.post.undelivered.length > 0} fallback={none()}>
        <p class="lead">{words.lead}</p>
        <Show when={props.post.total > props.post.undelivered.length}><p>{words.more(props.post.undelivered.length, props.post.total)}</p></Show>
        <ul class="plain-list split">
          <For each={props.post.undelivered}>
            {mail => <MailItem mail={mail} busy={steps.isPending && steps.variables?.mailId === mail.id} onStep={what => steps.mutate({ mailId: mail.id, what })} />}
          </For>
        </ul>
      </Show>
    </div>
  )
}

/** The mails that did not reach anybody, for the office to send again or to deal with in another way. */
export const PostPage: Component = () => {
  const { api } = useApp()
  const post = useQuery(() => ({ ...postQuery(api), reconcile: 'id' }))
  return <Loaded query={post} failed={privateFailure(words.title, () => void post.refetch())}>{found => <PostView post={found()} />}</Loaded>
}
