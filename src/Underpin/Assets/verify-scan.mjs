// Scanning by camera, offered only where the browser can read codes itself. The picture never leaves the device.
const offer = document.getElementById('scan')
const canScan = 'BarcodeDetector' in window && navigator.mediaDevices?.getUserMedia

if (offer && canScan && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
  const view = document.getElementById('scan-view')
  const video = document.getElementById('scan-video')
  const words = document.getElementById('scan-words')
  const start = document.getElementById('scan-start')
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  let stream = null

  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop())
    stream = null
    view.hidden = true
    offer.hidden = false
  }

  const numberIn = (text) => /\/certificates\/([^/?#]+)/.exec(text)?.[1]

  const look = async () => {
    if (!stream) return
    const codes = await detector.detect(video).catch(() => [])
    const number = codes.map((code) => numberIn(code.rawValue)).find(Boolean)
    if (number) {
      stop()
      location.assign(`/verify?number=${number}`)
      return
    }
    if (codes.length > 0) words.textContent = 'This code is not from one of our certificates.'
    setTimeout(look, 200)
  }

  start.addEventListener('click', async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    } catch {
      offer.append(' The camera could not be opened. Type the number instead.')
      return
    }
    offer.hidden = true
    view.hidden = false
    video.srcObject = stream
    await video.play()
    look()
  })
  document.getElementById('scan-stop').addEventListener('click', stop)
  offer.hidden = false
}
