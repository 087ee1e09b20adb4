import { describe, expect, it } from 'vitest'
import { isSameSite, pageKey } from './addresses.ts'
import { parseHtml } from './parse-html.ts'
import { nameOf, textOf } from './text.ts'

const text = (html: string) => textOf(parseHtml(html).root)

describe('text of a page', () => {
  it.each([
    ['blocks make lines', '<p>a</p><p>b <b>c</b></p>', 'a\nb c'],
    ['line breaks of the source are blanks', '<p>a\n  b</p>', 'a b'],
    ['entities and capitals', '<P>M&Uuml;LLER &amp; S&ouml;hne &#8211; &#x41;</P>', 'MÜLLER & Söhne – A'],
    ['soft hyphens vanish', 'Daten&shy;schutz', 'Datenschutz'],
    ['scripts, styles, templates and titles are silent', '<title>t</title><script>a</script><style>b</style><template>c</template>d', 'd'],
    ['hidden parts are silent', '<p hidden>a</p><p style="color:red;display:none">b</p>c', 'c'],
    ['tags never closed', '<ul><li>a<li>b<table><tr><td>c', 'a\nb\nc'],
    ['tags closed in the wrong order', '<b>a<i>b</b>c</i>d', 'abcd'],
    ['comments are silent', 'a<!-- b -->c', 'ac'],
  ])('%s', (_, html, said) => expect(text(html)).toBe(said))

  it('says why it stopped', () => expect(parseHtml('<b>'.repeat(5_000)).cut).toBe('nesting'))
  it('reads all of an ordinary page', () => expect(parseHtml('<p>'.repeat(5_000)).cut).toBeUndefined())
})

describe('the words of a link', () => {
  const name = (html: string) => nameOf(parseHtml(html).elements[0] ?? parseHtml('').root)
  it.each([
    ['<a>Im<b>press</b>um</a>', 'Impressum'],
    ['<a><img alt="Impressum"></a>', 'Impressum'],
    ['<a title="Impressum"><img></a>', 'Impressum'],
    ['<a aria-label="Impressum">?</a>', 'Impressum'],
    ['<input type=submit value="Senden">', 'Senden'],
  ])('%s', (html, said) => expect(name(html)).toBe(said))
})

describe('addresses', () => {
  it('of one page have one key', () => expect(pageKey('http://www.laden.example/a#b')).toBe(pageKey('https://laden.example/a')))
  it('of two hosts are two sites', () => expect(isSameSite(new URL('https://laden.example'), new URL('https://laden.example.boese.example'))).toBe(false))
})
