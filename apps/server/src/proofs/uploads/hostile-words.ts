/** Texts that become a header where somebody writes them into a mail, or a formula where a table program reads them. */
const lineEnds = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0\r\n', '%0d%0a', '\\r\\n', '\v', '\f']
const headers = ['Bcc: opfer@example.org', 'Cc: opfer@example.org', 'To: opfer@example.org', 'Content-Type: text/html', 'Subject: anders', 'X-Boese: ja', '\r\n<script>alert(1)</script>']
const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', ' =1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', "=HYPERLINK(\"http://boese.example\";\"x\")", '=cmd|\' /C calc\'!A0', '\uFEFF=1+1', '\u00A0=1+1', ';=1+1', '";=1+1', "'=1+1", '%=1+1']
const names = ['A" <opfer@example.org>, B: "C', '=?utf-8?q?=0d=0aBcc:_opfer@example.org?=', '=?utf-8?b?DQpCY2M6IG9wZmVyQGV4YW1wbGUub3Jn?=', '<opfer@example.org>', 'a'.repeat(20_000), 'ä'.repeat(2_000), ',', ';', '(', '"', '\\']

export const hostileWords: readonly string[] = [...lineEnds.flatMap(end => headers.map(header => `Hallo${end}${header}`)), ...formulas, ...formulas.map(formula => `Laden\n${formula}`), ...names]
