for (const klasse of ["Klasse B", "Klasse A", "Klasse BE", "Klasse AM"]) {
  const feld = document.createElement("div")
  feld.textContent = `${klasse}: Bitte fragen Sie uns nach dem Preis.`
  document.querySelector("#tafel").append(feld)
}
