import { Show, createSignal, onCleanup } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from './button.tsx'
import { Field, FieldError, createFieldAttributes } from './field.tsx'
import { Icon } from './icon.tsx'
import { shrinkImage } from './shrink-image.ts'
import './styles/photo.css'

export interface Photo {
  file: Blob
  alt: string
}

export interface PhotoInputProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  name: string
  texts: {
    /** „Foto aufnehmen oder auswählen“ */
    pick: string
    busy: string
    remove: string
    /** Label and hint of the description for people who cannot see the picture. */
    alt: string
    altHint: string
    /** Said when the file is no picture the browser can read. */
    unreadable: string
  }
  /** A photo with its description as it is typed; `undefined` after removal. */
  onChange: (photo: Photo | undefined) => void
  /** Opens the back camera at once on phones instead of offering the gallery too. */
  camera?: boolean | undefined
  maxEdge?: number | undefined
  shrink?: ((file: Blob, maxEdge: number) => Promise<Blob>) | undefined
}

interface Picked {
  file: Blob
  url: string
}

/** The picked, shrunk picture with its preview address, which is given back to the browser when it goes. */
function createPicked(props: PhotoInputProps) {
  const [picked, setPicked] = createSignal<Picked>()
  const [busy, setBusy] = createSignal(false)
  const [unreadable, setUnreadable] = createSignal(false)
  const clear = (): void => {
    const old = picked()
    if (old) URL.revokeObjectURL(old.url)
    setPicked(undefined)
  }
  const pick = async (source: Blob): Promise<Blob | undefined> => {
    setBusy(true)
    setUnreadable(false)
    try {
      const file = await (props.shrink ?? shrinkImage)(source, props.maxEdge ?? 1600)
      clear()
      setPicked({ file, url: URL.createObjectURL(file) })
      return file
    } catch {
      setUnreadable(true)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  onCleanup(clear)
  return { picked, busy, unreadable, clear, pick }
}

/** A photo from camera or gallery, shrunk in the browser, with preview and a text alternative. The preview needs `img-src blob:`. */
export const PhotoInput: Component<PhotoInputProps> = (props) => {
  const photo = createPicked(props)
  const [alt, setAlt] = createSignal('')
  const error = (): string | undefined => (photo.unreadable() ? props.texts.unreadable : props.error)
  const field = createFieldAttributes({
    get name() { return props.name },
    get hint() { return props.hint },
    get error() { return error() },
  })
  let input: HTMLInputElement | undefined

  const pick = async (list: FileList | null): Promise<void> => {
    const source = list?.[0]
    if (!source) return
    const file = await photo.pick(source)
    if (file) props.onChange({ file, alt: alt() })
    if (input) input.value = ''
  }
  const describe = (text: string): void => {
    setAlt(text)
    const file = photo.picked()?.file
    if (file) props.onChange({ file, alt: text })
  }
  const remove = (): void => {
    photo.clear()
    setAlt('')
    props.onChange(undefined)
    input?.focus()
  }

  return (
    <div class={error() ? 'field field-bad' : 'field'} aria-busy={photo.busy() ? 'true' : undefined}>
      <span class="field-label" id={`${field.id()}-label`}>
        {props.label}
      </span>
      <Show when={props.hint}>
        <div class="field-hint" id={field.hintId()}>
          {props.hint}
        </div>
      </Show>
      <FieldError id={field.errorId()} message={error()} />
      <Show when={photo.picked()}>
        {(current) => (
          <div class="photo-preview">
            <img src={current().url} alt={alt()} />
            <Field label={props.texts.alt} hint={props.texts.altHint} name={`${props.name}-alt`}>
              {(attributes) => (
                <input class="input" type="text" value={alt()} onInput={(event) => describe(event.currentTarget.value)} {...attributes} />
              )}
            </Field>
          </div>
        )}
      </Show>
      <div class="row">
        <label class="button button-secondary photo-pick">
          <input
            {...field.attributes}
            ref={(element) => (input = element)}
            type="file"
            accept="image/*"
            capture={props.camera ? 'environment' : undefined}
            aria-labelledby={`${field.id()}-label ${field.id()}-pick`}
            onChange={(event) => void pick(event.currentTarget.files)}
          />
          <Icon name="camera" />
          <span id={`${field.id()}-pick`}>{photo.busy() ? props.texts.busy : props.texts.pick}</span>
        </label>
        <Show when={photo.picked()}>
          <Button variant="quiet" icon="trash" onClick={remove}>
            {props.texts.remove}
          </Button>
        </Show>
      </div>
    </div>
  )
}
