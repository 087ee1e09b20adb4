/** Why a check does not apply or was not made, in a German sentence each. */
export const reasonTexts = {
  not_yet_valid: 'Diese Regel gilt erst später.',
  no_longer_valid: 'Diese Regel gilt nicht mehr.',
  no_shop: 'Kein Online-Verkauf erkannt.',
  no_shop_or_booking: 'Weder Online-Verkauf noch Online-Buchung erkannt.',
  no_form: 'Kein Formular erkannt, das persönliche Angaben abfragt.',
  one_language: 'Die Seite gibt es in einer Sprache.',
  small_business: 'Der Betrieb ist dafür klein genug.',
  micro_enterprise: 'Kleinstunternehmen sind ausgenommen. Bitte notieren Sie die Ausnahme.',
  no_banner: 'Kein Cookie-Banner gefunden.',
  no_mail: 'Die Domain empfängt keine E-Mails.',
  no_system: 'Kein Redaktionssystem erkannt.',
  unknown_size: 'Die Zahl der Beschäftigten ist nicht bekannt.',
  no_page: 'Die Startseite war nicht lesbar.',
  no_browser: 'Dafür braucht die Prüfung einen Browser. Er war nicht verfügbar.',
  not_rendered: 'Die Startseite ließ sich im Browser nicht öffnen.',
  no_dns: 'Die Namensauflösung wurde nicht befragt.',
  no_human: 'Das trägt ein Mensch ein. Bisher liegt keine Angabe vor.',
  no_map: 'OpenStreetMap wurde nicht befragt.',
  no_imprint: 'Ein lesbares Impressum wurde nicht gefunden.',
  no_legal_page: 'Impressum und Datenschutzerklärung wurden nicht gefunden.',
  no_priced_page: 'Unter den gelesenen Seiten war keine mit Preis und Warenkorb.',
  no_version: 'Die Version des Systems ist nicht zu erkennen.',
  no_answer: 'Die Gegenstelle hat nicht geantwortet.',
  not_read: 'Die verlinkte Seite war nicht als Text lesbar, zum Beispiel ein PDF.',
  not_asked: 'Dieser Teil wurde nicht abgefragt.',
  check_broken: 'Dieser Prüfpunkt ließ sich hier nicht auswerten.',
} as const

export type ReasonCode = keyof typeof reasonTexts

/** Why a page was not read to its end, or not rightly, in a German sentence each. */
export const limitTexts = {
  length: 'Die Seite ist sehr lang. Gelesen wurde nur der Anfang.',
  nesting: 'Die Seite ist sehr tief verschachtelt. Gelesen wurde nur der Anfang.',
  elements: 'Die Seite hat sehr viele Elemente. Gelesen wurde nur der Anfang.',
  encoding: 'Einige Zeichen der Seite waren nicht lesbar. Die Zeichenkodierung ist falsch angegeben.',
} as const

export type LimitCode = keyof typeof limitTexts
