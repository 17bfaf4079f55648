// The staff: first administrator, colleagues, the codes of their authenticators.
import { createHmac } from 'node:crypto';
import assert from 'node:assert/strict';

/** The one-time link in what the program printed. */
export function linkIn(said) {
  const link = /http:\/\/\S+\/desk\/welcome\/\S+/.exec(said)?.[0];
  assert.ok(link, `no link in:\n${said}`);
  return new URL(link).pathname;
}

/** The code that an authenticator app shows (RFC 6238, SHA-1, six digits, 30 seconds). */
export function code(secret, at = Date.now()) {
  const bits = [...secret.replace(/[\s=-]/g, '').toUpperCase()].map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(eight => parseInt(eight, 2)));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(count).digest();
  const from = hash.at(-1) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const PASSWORD = 'quiet harbour lamps at noon';

/** Follows a link, sets password and authenticator, and stands at the desk. Answers the secret of the authenticator. */
export async function join(page, link, name) {
  await page.goto(link);
  if (name && await page.locator('input#name').count()) await page.locator('input#name').fill(name);
  const secret = await page.locator('figure code').innerText();
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#again').fill(PASSWORD);
  await page.locator('#code').fill(code(secret));
  await page.locator('form.form button.main').click();
  await page.locator('.codes').waitFor();
  return secret;
}

/** Logs in with password and a code. A code works once: the next one is used when `next`. */
export async function logIn(page, name, given) {
  await page.goto('/desk/log-in');
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('form.form button.main').click();
  await page.locator('#code').fill(given);
  await page.locator('form.form button.main').click();
}
