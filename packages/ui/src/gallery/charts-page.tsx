import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { BarList } from '../bar-row.tsx'
import { DifferenceBars } from '../difference-bars.tsx'
import { DistrictMap } from '../district-map.tsx'
import type { MapDistrict } from '../district-map.tsx'
import { RadarChart } from '../radar-chart.tsx'
import { Frame } from './frame.tsx'
import { Specimen } from './specimen.tsx'

const axes = ['Auffindbar sein', 'Verkaufen', 'Kunden binden', 'Abläufe', 'Sicherheit und Recht'].map((label) => ({ label }))
const otherAxes = ['Haltung', 'Auffindbarkeit', 'Kooperation', 'Technik', 'Basiswissen'].map((label) => ({ label }))
const bands = [{ at: 25 }, { at: 50 }, { at: 75 }]

const districts: MapDistrict[] = [
  { id: 'mitte', name: 'Mitte', lat: 51.54, lon: 7.22, radius: 700, href: '#mitte', shade: 4, note: '48 Einträge' },
  { id: 'nord', name: 'Nordviertel', lat: 51.553, lon: 7.226, radius: 620, href: '#nord', shade: 2 },
  { id: 'hafen', name: 'Am alten Hafen', lat: 51.5465, lon: 7.2365, radius: 420, href: '#hafen', shade: 3 },
  { id: 'ost', name: 'Oststadt', lat: 51.538, lon: 7.25, radius: 600, href: '#ost', shade: 1 },
  { id: 'sued', name: 'Süd', lat: 51.524, lon: 7.218, radius: 800, href: '#sued', shade: 2, current: true },
  { id: 'markt', name: 'Marktplatz', lat: 51.5375, lon: 7.2255, radius: 160, href: '#markt', shade: 4 },
  { id: 'gasse', name: 'Lange Gasse', lat: 51.5362, lon: 7.2215, radius: 140, href: '#gasse', shade: 3 },
  { id: 'west', name: 'Weststadt-Siedlung', lat: 51.535, lon: 7.17, radius: 900, shade: 0 },
]

export const ChartsPage: Component = () => (
  <Frame page="diagramme">
    <div class="flow">
      <h1>Zahlen und Bilder</h1>
      <Specimen title="Stern mit einer Reihe">
        <RadarChart
          title="Ergebnis nach Feldern"
          description="Am stärksten sind Sie bei Sicherheit und Recht, am meisten zu gewinnen ist beim Verkaufen."
          axes={axes}
          series={[{ label: 'Heute', values: [62, 25, 48, 55, 80] }]}
          max={100}
          table={{ caption: 'Punkte von 100', axis: 'Feld' }}
        />
      </Specimen>
      <Specimen title="Stern mit einer Lücke">
        <RadarChart
          title="Ergebnis des kurzen Checks"
          description="Am stärksten sind Sie bei Sicherheit und Recht. Kunden binden ist noch nicht geprüft."
          axes={axes}
          series={[{ label: 'Heute', values: [62, 25, null, 55, 80] }]}
          max={100}
          missing="noch nicht geprüft"
          table={{ caption: 'Punkte von 100', axis: 'Feld' }}
        />
      </Specimen>
      <Specimen title="Stern mit zwei Reihen">
        <RadarChart
          title="Vergleich"
          description="Nach sechs Monaten sind vier von fünf Feldern gewachsen."
          axes={otherAxes}
          series={[{ label: 'Nachher', values: [78, 52, 60, 71, 76] }, { label: 'Vorher', values: [62, 25, 48, 55, 80] }]}
          max={100}
          table={{ caption: 'Punkte von 100', axis: 'Feld' }}
        />
      </Specimen>
      <Specimen title="Balken">
        <BarList
          rows={[
            { label: 'Auffindbar sein', value: 62, max: 100, valueText: '62', marks: bands },
            { label: 'Verkaufen', value: 25, max: 100, valueText: '25', tone: 'warning', marks: bands, target: { at: 50, label: 'Ziel 50' }, note: 'Hier liegt am meisten drin.' },
            { label: 'Sicherheit und Recht', value: 80, max: 100, valueText: '80', tone: 'success', marks: [{ at: 25, label: 'Start' }, { at: 50, label: 'Basis' }, { at: 75, label: 'Gut' }] },
            { label: 'Kunden binden', value: null, max: 100, valueText: 'noch nicht geprüft', marks: bands },
          ]}
        />
      </Specimen>
      <Specimen title="Vorher und nachher">
        <DifferenceBars
          caption="Stufe je Feld, von 0 bis 4"
          max={4}
          headings={{ label: 'Feld', before: 'vorher', after: 'nachher', difference: 'Unterschied' }}
          rows={[
            { label: 'Auffindbar sein', before: 2.1, after: 3.3 },
            { label: 'Verkaufen', before: 0.8, after: 2 },
            { label: 'Kunden binden', before: 1.9, after: 1.9 },
            { label: 'Sicherheit und Recht', before: 3.2, after: 2.9 },
          ]}
        />
      </Specimen>
      <Specimen title="Karte">
        <div class="grid two">
          <DistrictMap title="Stadtteile" description="Acht Stadtteile, je dunkler, desto mehr Einträge. Dieselben Stadtteile stehen als Liste daneben." districts={districts} source="Lage: eigene Angaben" />
          <ul><For each={districts}>{(district) => <li><a href={district.href ?? '#'}>{district.name}</a></li>}</For></ul>
        </div>
      </Specimen>
      <Specimen title="Karte über die ganze Breite mit Umriss">
        <DistrictMap
          title="Stadtteile mit Umriss"
          description="Ein Umriss und drei Stadtteile."
          districts={districts.slice(0, 4)}
          outlines={{ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[7.205, 51.53], [7.2, 51.548], [7.215, 51.562], [7.245, 51.558], [7.265, 51.54], [7.245, 51.528], [7.205, 51.53]]] } }] }}
        />
      </Specimen>
    </div>
  </Frame>
)
