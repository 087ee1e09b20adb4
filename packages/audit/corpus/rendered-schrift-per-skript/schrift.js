const verweis = document.createElement("link")
verweis.rel = "stylesheet"
verweis.href = ["https://fonts.google", "apis.com/css2?family=Lato"].join("")
document.head.append(verweis)
