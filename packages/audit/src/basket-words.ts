import { attribute, type HtmlElement } from './html/parse-html.ts'

const intoBasket = /in (?:den|meinen) (?:warenkorb|einkaufswagen|einkaufskorb|korb)|zum warenkorb hinzu|jetzt kaufen|add to (?:cart|basket|bag)|^kaufen$|^bestellen$|in die (?:einkaufs)?tasche|hinzufügen/i
const ontoList = /merk|wunsch|vergleich|favorit|liste\b/i

/** True where the words on a button or link say that it puts something into the basket; „Warenkorb“ alone only leads there, „Jetzt bestellen“ counts on buttons. */
export const putsIntoBasket = (element: HtmlElement, name: string, title = ''): boolean =>
  [name, title].some(words => intoBasket.test(words) && !ontoList.test(words)) || (element.name !== 'a' && /^jetzt bestellen$/i.test(name)) || isBareBasket(element, name)

/** „Warenkorb“ alone is a way into the basket on a button, or on a link that carries what to put in. */
const isBareBasket = (element: HtmlElement, name: string): boolean => /^warenkorb$/i.test(name) && (element.name !== 'a' || /[?&=]/.test(attribute(element, 'href') ?? ''))
