const zeigen = () => {
  const kasten = document.createElement("div")
  kasten.id = "hinweis"
  kasten.innerHTML = `<p>Wir möchten Cookies für die Statistik setzen. Dafür bitten wir um Ihre Einwilligung.</p><p>Sie können auch <a href="#" style="color:#0b4f6c">ablehnen</a>.</p><button>Zustimmen und weiter</button>`
  document.body.append(kasten)
}
setTimeout(zeigen, 200)
