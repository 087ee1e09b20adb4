const firstLines = (text: string): string[] => text.split('\n').slice(0, 3).map(line => line.slice(0, 200))

/** Nouns of things sold by the piece: what they hold or weigh is no quantity of goods. Compounds are spelt out: „Maultasche“, „asiatisch“ and „Wilhelm“ only sound like some. */
const thing = /(?:tasse|(?:thermo|kaffee|tee|keramik|zahnputz|mess|trink|emaille|porzellan|edelstahl|zinn|holz)-?becher|karaffe|(?:wein|trink|tee|bier|wasser|sekt|einmach|schraub|vorrats|cocktail)gl(?:as|äser)|(?:auflauf|back|kuchen)form|kocher|(?:müll|abfall|putz|tret)eimer|(?:tee|kaffee|gieß|isolier)kanne|(?:bier|wein|wasser)krug|(?:koch|blumen|bräter|schmor)topf|bräter|kessel|(?:brot|vorrats|keks|lunch|frischhalte)(?:dose|box)|kühlbox|kaffeebereiter|teebereiter|shaker|vase|(?:wasch|tauch)becken|schüssel|kübel|(?:regen|müll)tonne|(?:trink|isolier|thermos|wärm|sport)flasche|rucksack|(?:hand|trag|umhänge|sport|reise|wickel|laptop|leder|kühl|sattel|einkaufs)tasche|\btasche|(?:stoff|turn|strand|kultur)beutel|koffer|trolley|schlafsack|zelt|isomatte|hantel|kettlebell|gewichtsscheibe|waage|fahrrad|laufrad|dreirad|roller|jacke|(?:winter|regen|bade)mantel|(?:strick|daunen|warn)weste|hemd|pullover|schuh|stiefel|stuhl|hocker|(?:ess|couch|schreib|garten|beistell|klapp)tisch|\btisch|regal|lampe|leuchte|hammer|säge|leiter|teppich|rahmen|aquarium|mixer|(?<!durch)messer|(?:kinder|bilder|koch|foto|hör|sach|notiz)buch|puzzle|smartphone|tablet|laptop|notebook|kamera|kopfhörer|lautsprecher|bluetooth-box|armband|halskette|silberkette|goldkette|ohrring|brille|(?:fahrrad|schutz|ski)helm|(?:näh|küchen|kaffee|bohr)maschine)(?:n|e|en|s)?(?!-?[a-zäöüß])/i

/** Things that are also packages („Anis, Beutel 80 g“): only as the first word of a product. */
const firstWord = /^(?:becher|kanne|krug|topf|eimer|kanister|beutel)\b/i

/** What is poured, eaten or spread: a pot of it is sold by quantity. */
const consumable = /(?:öl|essig|milch|sahne|rahm|saft|wein|sekt|bier|honig|farbe|lack|lasur|seife|creme|shampoo|limonade|schmalz|joghurt|quark|suppe|sirup|likör|reiniger|dünger|erde|streu|marmelade|gelee|konfitüre|tee|kaffee|wasser|brühe|futter|wachs|gurken|kraut|eis|salz|zucker|mehl|reis|müsli|butter|käse|wurst|pesto|soße|sauce|gewürz|nudeln|bonbons|schokolade)(?![a-zäöüß])/i

/** True where the first lines of a product name a thing sold by the piece, and not something sold in it. */
export const isThing = (text: string): boolean =>
  firstLines(text).map(line => line.replace(/\bfür [^,\n]{0,40}|\bfarbe\s*:/gi, '')).some((line, i) => (thing.test(line) || (i === 0 && firstWord.test(line) && !/^\p{L}+\s\d/u.test(line))) && !consumable.test(line))

const scent = /\beau de (?:parfum|toilette|cologne)|(?<!(?:ohne|mit|kein) )\bparf[uü]m(?![a-zäöüß])|duftwasser/i
const makeUp = /(?:nagellack|lippenstift|lip ?gloss|mascara|wimperntusche|lidschatten|eye ?liner|kajal(?:stift)?|rouge|make-?up|haarfarbe|haartönung)(?![a-zäöüß]|-?\s?entferner)/i
const assortment = /(?:geschenk|präsent|probier|frühstücks)-?(?:korb|set|box|karton|paket|kiste)/i

/**
 * True for goods without a base price (§ 4 (3) PAngV) and things sold by the piece: scents, what only colours skin, hair or nails, gift
 * baskets of different goods (two amounts or more named).
 */
export const isWithoutBasePrice = (text: string, amounts: number): boolean => {
  const lines = firstLines(text)
  return isThing(text) || lines.some(line => scent.test(line) || makeUp.test(line)) || (amounts > 1 && lines.some(line => assortment.test(line)))
}
