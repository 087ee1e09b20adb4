for (let nummer = 1; nummer <= 10; nummer += 1) {
  const bild = new Image(300, 200)
  bild.alt = `Arbeit ${nummer}`
  bild.src = `/werk-${nummer}.png`
  document.querySelector("#galerie").append(bild)
}
