const laden = () => {
  const teile = ["https://www.google", "tagmanager.com/gtag/js?id=G-0000"]
  const skript = document.createElement("script")
  skript.src = teile.join("")
  document.head.append(skript)
}
laden()
