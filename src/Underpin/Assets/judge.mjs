// Makes judging quicker: a button for all five questions, and keys to move between criteria. Without it the page does the same by
// hand. Keys are single letters, so they can be turned off, and they are off wherever text is typed (WCAG 2.1.4).
const remembered = 'underpin-judge-keys'
const form = document.querySelector('[data-judge]')
if (form) start(form)

function start (form) {
  const criteria = [...form.querySelectorAll('[data-criterion]')]
  const said = form.querySelector('[data-said]')
  const help = document.querySelector('[data-keys]')
  const on = help.querySelector('[data-keys-on]')

  for (const criterion of criteria) {
    const button = criterion.querySelector('[data-all]')
    button.hidden = false
    button.addEventListener('click', () => allFive(criterion))
  }

  help.hidden = false
  on.checked = recall() !== 'off'
  on.addEventListener('change', () => remember(on.checked ? 'on' : 'off'))

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    a: () => allFive(current() ?? criteria[0]),
    f: () => (current() ?? criteria[0]).querySelector('textarea').focus()
  }
  document.addEventListener('keydown', event => {
    if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || takesText(event.target)) return
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })

  function current () {
    return document.activeElement.closest('[data-criterion]')
  }

  function move (by) {
    const at = criteria.indexOf(current())
    const next = at < 0 ? (by > 0 ? 0 : criteria.length - 1) : Math.min(Math.max(at + by, 0), criteria.length - 1)
    criteria[next].focus()
    criteria[next].scrollIntoView({ block: 'start' })
  }

  function allFive (criterion) {
    const boxes = [...criterion.querySelectorAll('[data-question]')]
    const tick = boxes.some(box => !box.checked)
    for (const box of boxes) box.checked = tick
    const code = criterion.querySelector('.u-criterion__code').textContent
    said.textContent = tick ? `All five ticked for ${code}` : `All five cleared for ${code}`
  }
}

function takesText (element) {
  if (element.isContentEditable || element.matches('textarea, select')) return true
  return element.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(element.type)
}

// Storage may be closed to this site; then the choice lasts as long as the page.
function recall () {
  try { return localStorage.getItem(remembered) } catch { return null }
}

function remember (choice) {
  try { localStorage.setItem(remembered, choice) } catch { /* it still holds on this page */ }
}
