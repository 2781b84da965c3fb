// Reads {"token", "jwks", "issuer", "now"} on standard input; prints the verified payload, or the reason and exit code 1.
import { text } from 'node:stream/consumers'
import { createLocalJWKSet, jwtVerify } from 'jose'

const { token, jwks, issuer, now } = JSON.parse(await text(process.stdin))

try {
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
    algorithms: ['ES256'],
    currentDate: new Date(now),
    issuer,
    typ: 'JWT',
  })
  console.log(JSON.stringify({ payload, protectedHeader }))
} catch (refusal) {
  console.log(refusal.code ?? String(refusal))
  process.exitCode = 1
}
