import { For, Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { errorTextsDe } from '@digitallotsen/domain/error-texts.de.ts'
import { errorTextsEn } from '@digitallotsen/domain/error-texts.en.ts'
import type { Visit } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { placeWords, slotWords } from './visit-words.ts'
import { appointmentWords } from './appointment-words.ts'
import { ContactLines } from './contact-lines.tsx'
import { Layout } from './layout.tsx'
import { linkFrom, type PageFrame } from './page-frame.ts'
import type { AppointmentView } from './public-pages.types.ts'
import { wordsOf } from './words.ts'

type Step = AppointmentView['step']
type Open = Extract<Step, { kind: 'open' }>
type Part = { frame: PageFrame; step: Open }

const errorTexts = { de: errorTextsDe, en: errorTextsEn }
const lengths = [15, 30, 45, 60, 90, 120, 180]

const Facts: Component<{ frame: PageFrame; visit: Visit }> = props => {
  const words = () => appointmentWords[props.frame.locale]
  const where = () => placeWords({ ...props.visit, merchantStreet: null }, props.frame.locale)
  return (
    <dl class="facts">
      <Show when={props.visit.agreed}>{slot => <div><dt>{words().when}</dt><dd><strong>{slotWords(slot(), props.visit.zone, props.frame.locale)}</strong></dd></div>}</Show>
      <div><dt>{words().what}</dt><dd>{props.visit.purpose}</dd></div>
      <div><dt>{words().where}</dt><dd>{where()}</dd></div>
      <Show when={props.visit.guideName}>{name => <div><dt>{words().who}</dt><dd>{name()}</dd></div>}</Show>
      <Show when={props.visit.offer?.note}>{note => <div><dt>{words().message}</dt><dd>{note()}</dd></div>}</Show>
    </dl>
  )
}

const Choose: Component<Part> = props => {
  const words = () => appointmentWords[props.frame.locale]
  const slots = () => props.step.visit.offer?.slots ?? []
  const options = () => slots().map(slot => ({ value: slot.startsAt, label: slotWords(slot, props.step.visit.zone, props.frame.locale) }))
  return (
    <form method="post" action={linkFrom(props.frame, props.step.address)} class="flow">
      <RadioCards legend={words().choose} hint={words().chooseHint} name="zeit" options={options()} value={props.step.refused?.form['zeit'] ?? (slots().length === 1 ? slots()[0]?.startsAt : undefined)} required />
      <Show when={props.step.visit.agreed}><p>{words().keep}</p></Show>
      <p class="actions"><Button type="submit" name="was" value="zusagen">{words().confirm}</Button></p>
    </form>
  )
}

const Propose: Component<Part> = props => {
  const words = () => appointmentWords[props.frame.locale]
  const given = (name: string) => props.step.refused?.form[name]
  return (
    <details open={given('was') === 'vorschlagen'}>
      <summary>{words().otherTitle}</summary>
      <form method="post" action={linkFrom(props.frame, props.step.address)} class="flow">
        <p>{words().otherHint}</p>
        <For each={[1, 2, 3]}>
          {n => (
            <fieldset class="flow">
              <legend>{words().nth(n)}</legend>
              <TextInput type="date" width="s" label={words().day} name={`tag${n}`} value={given(`tag${n}`) ?? ''} required={n === 1} optional={n === 1 ? undefined : words().optional} />
              <TextInput type="time" width="s" label={words().time} name={`uhr${n}`} value={given(`uhr${n}`) ?? ''} required={n === 1} optional={n === 1 ? undefined : words().optional} />
            </fieldset>
          )}
        </For>
        <Show when={props.step.refused?.code === 'visit.time_twice'}>
          <Select label={words().doubleLabel} name="stunde" options={[{ value: 'earlier', label: words().earlier }, { value: 'later', label: words().later }]} />
        </Show>
        <Select label={words().length} name="dauer" width="s" value={given('dauer') ?? '60'} options={lengths.map(count => ({ value: String(count), label: words().minutes(count) }))} />
        <TextArea label={words().note} name="nachricht" optional={words().optional} maxLength={2000} value={given('nachricht') ?? ''} />
        <p class="actions"><Button type="submit" variant="secondary" name="was" value="vorschlagen">{words().send}</Button></p>
      </form>
    </details>
  )
}

const Cancel: Component<Part> = props => {
  const words = () => appointmentWords[props.frame.locale]
  return (
    <details open={props.step.refused?.form['was'] === 'absagen'}>
      <summary>{words().cancelTitle}</summary>
      <form method="post" action={linkFrom(props.frame, props.step.address)} class="flow">
        <p>{words().cancelHint}</p>
        <TextInput label={words().reason} name="grund" optional={words().optional} maxLength={120} value={props.step.refused?.form['grund'] ?? ''} />
        <p class="actions"><Button type="submit" variant="danger" name="was" value="absagen">{words().cancel}</Button></p>
      </form>
    </details>
  )
}

const OpenVisit: Component<Part> = props => {
  const { visit } = props.step
  return (
    <>
      <Show when={props.step.refused}>
        {refused => <Notice tone="danger" live title={appointmentWords[props.frame.locale].refused}><p>{errorTexts[props.frame.locale][refused().code]} <Show when={refused().instead}>{time => appointmentWords[props.frame.locale].instead(time())}</Show></p></Notice>}
      </Show>
      <Facts frame={props.frame} visit={visit} />
      <Show when={visit.may.includes('confirm')}><Choose {...props} /></Show>
      <Show when={visit.may.includes('offer')}><Propose {...props} /></Show>
      <Show when={visit.may.includes('cancel')}><Cancel {...props} /></Show>
    </>
  )
}

const ClosedVisit: Component<{ frame: PageFrame; visit: Visit }> = props => {
  const words = () => appointmentWords[props.frame.locale]
  const by = () => (props.visit.cancelledBy ? ` (${words().by[props.visit.cancelledBy]})` : '')
  return (
    <>
      <Notice tone={props.visit.state === 'confirmed' ? 'success' : 'info'} title={`${words().states[props.visit.state]}${by()}`}>
        <Show when={props.visit.offer?.by === 'merchant'}><p>{words().waiting}</p></Show>
      </Notice>
      <Facts frame={props.frame} visit={props.visit} />
      <p>{words().closedHint}</p>
      <p class="actions"><LinkButton variant="secondary" href={linkFrom(props.frame, `/mein-betrieb/${props.visit.merchantId}`)}>{words().toAccount}</LinkButton></p>
    </>
  )
}

/** Answers an appointment without a sign-in: shows it, and acts only by its forms. */
export const AppointmentPage: Component<{ frame: PageFrame; step: Step }> = props => {
  const words = () => appointmentWords[props.frame.locale]
  const open = () => (props.step.kind === 'open' ? props.step : undefined)
  const closed = () => (props.step.kind === 'closed' ? props.step : undefined)
  const title = () => {
    const { step } = props
    if (step.kind === 'limited') return words().limitedTitle
    if (step.kind === 'invalid') return words().invalidTitle
    if (step.kind === 'closed' || !step.visit.may.includes('confirm')) return words().agreedTitle
    return step.visit.agreed ? words().moveTitle : words().openTitle
  }
  return (
    <Layout frame={props.frame} title={`${title()} – ${props.frame.pack.programme}`}>
      <div class="wrap narrow flow legal">
        <h1>{title()}</h1>
        <Switch fallback={<p class="lead">{props.step.kind === 'limited' ? words().limitedText : words().invalidText}</p>}>
          <Match when={open()}>{step => <OpenVisit frame={props.frame} step={step()} />}</Match>
          <Match when={closed()}>{step => <ClosedVisit frame={props.frame} visit={step().visit} />}</Match>
        </Switch>
        <h2>{wordsOf(props.frame.locale).contact}</h2>
        <ContactLines frame={props.frame} />
      </div>
    </Layout>
  )
}
