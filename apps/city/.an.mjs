import { build } from 'vite'
const r = await build({ root: process.cwd(), logLevel: 'silent', build: { write: false } })
const outs = (Array.isArray(r)?r[0]:r).output.filter(o=>o.type==='chunk' && process.argv.slice(2).some(n=>o.fileName.includes(n)))
for (const o of outs) { console.log('##', o.fileName, o.code.length); for (const [id,m] of Object.entries(o.modules).sort((a,b)=>b[1].renderedLength-a[1].renderedLength).slice(0,18)) console.log('  ', m.renderedLength, id.replace('/work/main/','')) }
