import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { holdsSecret } from '@digitallotsen/domain/mentorship/secret-signs.rules.ts'
import { useApp } from '../../app/app-context.ts'
import { formatShortInstant } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { newKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Api } from '../../lib/trpc.ts'
import { useCaseAct } from './case-act.ts'
import { privateNotesQuery, type CaseFile } from './mentorship.queries.ts'

type NoteFormProps = { name: string; label: string; submit: string; send: (api: Api, body: string, idempotencyKey: ReturnType<typeof newKey>) => Promise<unknown> }

const NoteForm: Component<NoteFormProps> = props => {
  const words = useTexts('mentorship')
  const act = useCaseAct()
  const form = createForm({ body: '' }, { body: value => (value.trim() === '' ? words.file.noteError : holdsSecret(value) ? words.file.noSecrets : undefined) })
  let key = newKey()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!form.check()) return
    const done = () => {
      form.set('body', '')
      key = newKey()
    }
    act.run({ send: api => props.send(api, form.values().body.trim(), key), said: words.saved, done })
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <TextArea name={props.name} label={props.label} hint={words.file.noSecrets} error={form.errorOf('body')} value={form.values().body} onInput={event => form.set('body', event.currentTarget.value)} />
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button type="submit" variant="secondary" busy={act.isPending()}>{props.submit}</Button>
    </form>
  )
}

type Note = { id: string; body: string; writtenAt: string; author?: string | null; own?: boolean }

const NoteList: Component<{ notes: readonly Note[]; remove: (note: Note) => JSX.Element }> = props => {
  const words = useTexts('mentorship').file
  const { locale } = useApp()
  return (
    <Show when={props.notes.length > 0} fallback={<p class="muted">{words.noNotes}</p>}>
      <ul class="plain-list split">
        <For each={props.notes}>
          {note => <li class="flow"><p class="case-note">{note.body}</p><p class="small muted row"><span>{[note.author, formatShortInstant(note.writtenAt, locale)].filter(Boolean).join(', ')}</span>{props.remove(note)}</p></li>}
        </For>
      </ul>
    </Show>
  )
}

/** What all who take part in the case read. */
export const SharedNotes: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship').file
  const act = useCaseAct()
  const remove = (note: Note) => (
    <Show when={note.own}>
      <Button variant="quiet" busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.removeNote.mutate({ mentorshipId: props.file.id, noteId: note.id }) })}>{words.remove}</Button>
    </Show>
  )
  return (
    <section class="flow">
      <h2>{words.notes}</h2>
      <p class="muted">{words.notesHint}</p>
      <Show when={props.file.may.work || props.file.may.business}>
        <NoteForm name="notiz" label={words.note} submit={words.addNote} send={(api, body, idempotencyKey) => api.mentorship.addNote.mutate({ mentorshipId: props.file.id, body, idempotencyKey })} />
      </Show>
      <NoteList notes={props.file.notes} remove={remove} />
    </section>
  )
}

/** The guide's own, shown to nobody else. */
export const PrivateNotes: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship').file
  const { api } = useApp()
  const act = useCaseAct()
  const notes = useQuery(() => privateNotesQuery(api, props.file.id))
  const remove = (note: Note) => (
    <Button variant="quiet" busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.removePrivateNote.mutate({ mentorshipId: props.file.id, noteId: note.id }) })}>{words.remove}</Button>
  )
  return (
    <section class="flow">
      <h2>{words.privateTitle}</h2>
      <p class="muted">{words.privateHint}</p>
      <Show when={props.file.may.work}>
        <NoteForm name="privat" label={words.note} submit={words.addPrivate} send={(api, body, idempotencyKey) => api.mentorship.addPrivateNote.mutate({ mentorshipId: props.file.id, body, idempotencyKey })} />
      </Show>
      <Loaded query={notes} shape="text">{found => <NoteList notes={found()} remove={remove} />}</Loaded>
    </section>
  )
}
