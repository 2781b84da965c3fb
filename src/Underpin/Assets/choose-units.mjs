// Answers a choice of units while it is being made, with the very words that "Check my choice" would bring.
const form = document.querySelector('[data-choose-units]')
const feedback = form?.querySelector('[data-feedback]')
let asked = 0

async function ask () {
  const mine = ++asked
  const address = new URL(form.dataset.chooseUnits, location.href)
  for (const box of form.querySelectorAll('input[name="Chosen"]:checked')) address.searchParams.append('Chosen', box.value)
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' } })
    // A later tick has asked again, or the person was signed out: the button still works.
    if (!response.ok || response.redirected || mine !== asked) return
    feedback.innerHTML = await response.text()
  } catch {
    // Without a connection the page keeps its last answer, and the button still works.
  }
}

form?.addEventListener('change', event => { if (event.target.name === 'Chosen') ask() })
