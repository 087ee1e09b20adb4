const zeigen = () => {
  const kasten = document.createElement("div")
  kasten.id = "hinweis"
  kasten.innerHTML = `<p>Wir möchten Cookies für die Statistik setzen. Dafür bitten wir um Ihre Einwilligung.</p><button>Akzeptieren</button><button class="nein">Ablehnen</button>`
  document.body.append(kasten)
}
setTimeout(zeigen, 0)
