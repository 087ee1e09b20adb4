const bild = document.querySelector("#spaet")
new IntersectionObserver(([eintrag]) => {
  if (eintrag.isIntersecting) bild.src = bild.dataset.src
}).observe(bild)
