// The door of the desk: the first administrator, a colleague, and whoever has no right to be there.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, calm, readable, shot } from './house.js';
import { join, linkIn } from './staff.js';

let house;
before(async () => { house = await House.open(); });
after(async () => { await house?.close(); });

describe('the door of the desk', () => {
  test('the first link makes the first administrator, once', async () => {
    const link = linkIn(house.said);
    const page = await house.visitor({ locale: 'en-GB' });
    await page.goto(link);
    await readable(page, 'first administrator');
    await shot(page, 'desk-welcome-en');
    await join(page, link, 'li-ming');
    assert.ok(await page.locator('.codes li').count() >= 8);
    await readable(page, 'recovery codes');
    await shot(page, 'desk-codes-en');
    await page.goto('/desk/account');
    assert.match(await page.locator('main').innerText(), /li-ming/);
    await readable(page, 'own account');
    await shot(page, 'desk-account-en');
    await page.goto('/desk/staff');
    await readable(page, 'staff');
    await shot(page, 'desk-staff-en');

    const other = await house.visitor({ viewport: { width: 390, height: 800 } });
    const answer = await other.goto(link);
    assert.equal(answer.status(), 410);
    await readable(other, 'used link');
    // Two errors that a browser tells of: a refused page is one.
    await other.goto('/desk/account');
    assert.match(other.url(), /log-in/);
    await readable(other, 'log-in');
    await shot(other, 'desk-log-in-zh-phone');
    await other.locator('#name').fill('li-ming');
    await other.locator('#password').fill('not the right one');
    await other.locator('form.form button.main').click();
    await other.locator('[role=alert]').waitFor();
    await readable(other, 'refused log-in');

    await page.goto('/desk/account');
    await page.locator('.me form button').click();
    await page.waitForURL(/log-in/);
    await page.goto('/desk/account');
    assert.match(page.url(), /log-in/);
    calm(page);
    for (const someone of [page, other]) await someone.context().close();
  });
});
