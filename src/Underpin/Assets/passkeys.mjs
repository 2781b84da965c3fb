// Passkeys on the sign-in page (data-passkey="get") and the passkeys page (data-passkey="create").
// Without this script, or without passkeys in the browser, the forms stay hidden and the password serves.

const ways = {
  get: {
    read: options => PublicKeyCredential.parseRequestOptionsFromJSON(options),
    ask: publicKey => navigator.credentials.get({ publicKey })
  },
  create: {
    read: options => PublicKeyCredential.parseCreationOptionsFromJSON(options),
    ask: publicKey => navigator.credentials.create({ publicKey })
  }
}

const words = {
  NotAllowedError: 'No passkey was used. Try again, or use your password.',
  InvalidStateError: 'This device has a passkey for your account already.',
  SecurityError: 'Passkeys do not work at this address. They need a name such as localhost, not a number.'
}

async function answer (form) {
  const way = ways[form.dataset.passkey]
  const response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' })
  if (!response.ok) throw new Error(`The site answered ${response.status}`)
  const credential = await way.ask(way.read(await response.json()))
  form.elements.credential.value = JSON.stringify(credential)
  form.submit()
}

const canUse = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

for (const form of canUse ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const says = form.querySelector('[data-passkey-says]')
    says.textContent = 'Your device is asking you…'
    try {
      await answer(form)
    } catch (error) {
      says.textContent = words[error.name] ?? 'That did not work. Try again, or use your password.'
    }
  })
}

for (const note of canUse ? document.querySelectorAll('[data-without-passkeys]') : []) note.hidden = true
