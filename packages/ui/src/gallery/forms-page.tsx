import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { DateInput } from '../date-input.tsx'
import { DefinitionList } from '../definition-list.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { PhotoInput } from '../photo-input.tsx'
import type { Photo } from '../photo-input.tsx'
import { RadioCards } from '../radio-cards.tsx'
import { Select } from '../select.tsx'
import { TextArea } from '../text-area.tsx'
import { TextInput } from '../text-input.tsx'
import { VisuallyHidden } from '../visually-hidden.tsx'
import { Frame } from './frame.tsx'
import { Specimen } from './specimen.tsx'

const Change: Component<{ what: string }> = (props) => (
  <a href="#aendern">
    Ändern<VisuallyHidden> ({props.what})</VisuallyHidden>
  </a>
)

export const FormsPage: Component = () => {
  const [photo, setPhoto] = createSignal<Photo>()
  return (
    <Frame page="formulare">
      <div class="flow">
        <h1>Formulare</h1>
        <ErrorSummary
          title="Bitte prüfen Sie zwei Angaben"
          errors={[
            { field: 'email', message: 'Die E-Mail-Adresse ist unvollständig.' },
            { field: 'weg', message: 'Wählen Sie, wie wir Sie erreichen.' },
          ]}
        />
        <form class="stack" novalidate>
          <TextInput label="Name des Betriebs" name="betrieb" value="Fahrrad Muster" autocomplete="organization" />
          <TextInput label="E-Mail-Adresse" hint="Dorthin senden wir den Code." name="email" type="email" value="frau.muster@" error="Die E-Mail-Adresse ist unvollständig. Beispiel: name@beispiel.de" />
          <TextInput label="Telefon" optional="freiwillig" name="tel" type="tel" width="m" />
          <TextInput label="Code aus der E-Mail" name="code" width="code" inputMode="numeric" autocomplete="one-time-code" value="482913" />
          <Select label="Stadtteil" name="stadtteil" placeholder="Bitte wählen" width="m" options={[{ value: 'nord', label: 'Nord' }, { value: 'mitte', label: 'Mitte' }]} />
          <DateInput label="Wunschtag" name="tag" value="2027-02-03" />
          <TextArea label="Was sollen wir wissen?" optional="freiwillig" name="text" value="Der Eingang ist im Hof." rows={4} />
          <TextInput label="Kundennummer" name="nummer" value="4711" disabled width="s" />
          <RadioCards
            legend="Wie erreichen wir Sie am besten?"
            name="weg"
            layout="row"
            error="Wählen Sie, wie wir Sie erreichen."
            options={[{ value: 'mail', label: 'Per E-Mail' }, { value: 'tel', label: 'Am Telefon' }, { value: 'post', label: 'Per Brief', disabled: true }]}
          />
          <Checkbox name="ok" label="Ich möchte an den Termin erinnert werden." hint="Einen Tag vorher, per E-Mail." checked />
          <PhotoInput
            label="Foto vom Schaufenster"
            hint="Wir verkleinern das Bild, bevor es gesendet wird."
            name="foto"
            onChange={setPhoto}
            texts={{
              pick: 'Foto aufnehmen oder wählen',
              busy: 'Wird verkleinert …',
              remove: 'Foto entfernen',
              alt: 'Was ist auf dem Bild zu sehen?',
              altHint: 'Für Menschen, die das Bild nicht sehen können.',
              unreadable: 'Diese Datei ist kein lesbares Bild. Wählen Sie ein Foto.',
            }}
          />
          <Show when={photo()}>{(current) => <p class="small muted">{Math.round(current().file.size / 1024)} kB</p>}</Show>
          <div class="actions">
            <Button type="submit">Angaben senden</Button>
            <Button variant="quiet">Abbrechen</Button>
          </div>
        </form>
        <Specimen title="Knöpfe">
          <div class="row">
            <Button>Termin buchen</Button>
            <Button variant="secondary" icon="download">Plan herunterladen</Button>
            <Button variant="quiet">Später</Button>
            <Button variant="danger" icon="trash">Konto löschen</Button>
            <Button busy>Wird gesendet …</Button>
            <Button disabled>Gesperrt</Button>
            <LinkButton href="#los" size="large" iconEnd="arrow-right">Jetzt starten</LinkButton>
          </div>
          <Button block variant="secondary">Über die ganze Breite</Button>
        </Specimen>
        <Specimen title="Antworten prüfen">
          <DefinitionList
            items={[
              { term: 'Betrieb', description: 'Fahrrad Muster', action: <Change what="Betrieb" /> },
              { term: 'Öffnungszeiten', description: <><p>Montag bis Freitag, 9 bis 18 Uhr</p><p>Samstag, 10 bis 14 Uhr</p></>, action: <Change what="Öffnungszeiten" /> },
              { term: 'Donaudampfschifffahrtsgesellschaft', description: 'Sehr-lange-adresse-ohne-leerzeichen@ausserordentlich-langer-name.beispiel.de', action: <Change what="Adresse" /> },
            ]}
          />
        </Specimen>
      </div>
    </Frame>
  )
}
