import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { useBrowser, visit } from './browser.ts'
import { theProduct } from './product.ts'
import { root } from './server-process.ts'
import { signInOperator } from './sign-in.ts'
import { until } from './until.ts'

useBrowser()

const slug = 'beispielhausen'
const host = `${slug}.localhost`
const run = promisify(execFile)
let tenantsDir = ''

/** The blanks of `_template`, each on the line below its "AUSFÜLLEN". */
const blanks: Record<string, [RegExp, string][]> = {
  'pack.yaml': [
    [/^slug:$/m, `slug: ${slug}`],
    [/^name:$/m, 'name: Beispielhausen'],
    [/^programme:$/m, 'programme: Digitallotsen Beispielhausen'],
    [/^ags:$/m, 'ags: "01234567"'],
    [/^ {2}-$/m, `  - ${host}`],
    [/^ {2}color:$/m, '  color: "#7A3E9D"'],
    [/^ {2}organisation:$/m, '  organisation: Wirtschaftsförderung Beispielhausen'],
  ],
  'places.yaml': [
    [/^ {2}lat:$/m, '  lat: 51.5'],
    [/^ {2}lon:$/m, '  lon: 7.2'],
    [/^ {2}- code:$/m, '  - code: "01234"'],
    [/^ {4}lat:$/m, '    lat: 51.5'],
    [/^ {4}lon:$/m, '    lon: 7.2'],
  ],
}

const fill = async (file: string, replacements: readonly [RegExp, string][]): Promise<void> => {
  const path = join(tenantsDir, slug, file)
  let text = await readFile(path, 'utf8')
  for (const [blank, filled] of replacements) {
    expect(text, `${file}: ${blank}`).toMatch(blank)
    text = text.replace(blank, filled)
  }
  await writeFile(path, text)
}

const pack = (...words: string[]) =>
  run(process.execPath, [join(root, 'apps/server/src/pack.cli.ts'), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: theProduct().dataDir, TENANTS_DIR: tenantsDir },
  })

beforeAll(async () => {
  tenantsDir = await mkdtemp(join(tmpdir(), 'digitallotsen-tenants-'))
})
afterAll(async () => {
  await rm(tenantsDir, { recursive: true, force: true })
})

test('a third city made of the template is live without a restart', async () => {
  const { port, consoleHost, tenantsDir: known } = theProduct()
  expect((await ask({ host, port, path: '/' })).status).toBe(421)

  await cp(join(known, 'framework'), join(tenantsDir, 'framework'), { recursive: true })
  await cp(join(known, '_template'), join(tenantsDir, slug), { recursive: true })
  await expect(pack('validate', slug)).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('pack.yaml') as string })
  for (const [file, replacements] of Object.entries(blanks)) await fill(file, replacements)
  const marks = await Promise.all(Object.keys(blanks).map(file => readFile(join(known, '_template', file), 'utf8')))
  expect(marks.join('\n').match(/^ *# AUSFÜLLEN/gm)?.length).toBeLessThanOrEqual(Object.values(blanks).flat().length)
  expect((await pack('apply', slug)).stdout).toContain('Fassung 1 angewendet')
  expect((await pack('apply', slug)).stdout).toContain('keine Änderung')

  await until(async () => (await ask({ host, port, path: '/' })).status === 200, 'the new city answers')
  const { page, context, conscience } = await visit(host, 'phone')
  await page.goto('/')
  expect(await page.locator('header').innerText()).toContain('Digitallotsen Beispielhausen')
  await page.getByRole('link', { name: /schnell/i }).first().tap()
  await page.getByRole('button', { name: 'Jetzt beginnen' }).tap()
  await page.getByText('Frage 1 von 6').first().waitFor()
  conscience.ensureClear()
  await context.close()

  const operator = await visit(consoleHost, 'desktop')
  await signInOperator(operator.page, 'third city')
  await operator.page.getByRole('link', { name: 'Beispielhausen', exact: true }).waitFor()
  operator.conscience.ensureClear()
  await operator.context.close()
})
