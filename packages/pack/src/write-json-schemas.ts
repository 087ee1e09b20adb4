import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas } from './json-schemas.ts'

const directory = join(import.meta.dirname, '..', 'schemas')
await mkdir(directory, { recursive: true })
await Promise.all(Object.entries(jsonSchemas()).map(([name, text]) => writeFile(join(directory, name), text)))
