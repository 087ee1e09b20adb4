document.cookie = "warenkorb=leer; path=/"
localStorage.setItem("sprache", "de")
for (const absatz of document.querySelectorAll(".streifen p")) absatz.dataset.bereit = "ja"
