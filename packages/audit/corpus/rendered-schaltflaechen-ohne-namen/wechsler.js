for (const richtung of ["zurueck", "weiter"]) {
  const knopf = document.createElement("button")
  knopf.className = richtung
  document.querySelector("#wechsler").append(knopf)
}
