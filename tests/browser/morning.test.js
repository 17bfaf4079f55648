// At the desk: a clerk's morning by keyboard alone, two clerks on one ticket, a supervisor's figures.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, asked, calm, press, readable, say, shot } from './house.js';
import { join, linkIn } from './staff.js';

let house, clerk;
before(async () => {
  house = await House.open();
  clerk = await house.visitor({ locale: 'en-GB' });
  await join(clerk, linkIn(house.said), 'li-ming');
});
after(async () => { await house?.close(); });

/** Somebody asks for a person; answers their page and the receipt. */
async function asks(words, options = { locale: 'en-GB' }) {
  const page = await house.visitor(options);
  await page.goto('/');
  await say(page, '/start human-contact');
  await asked(page, 'What would you like to ask or do?');
  await say(page, words);
  await asked(page, 'Please check');
  await press(page, 'Send');
  await page.getByText('Sent: Talk to our staff').waitFor();
  const receipt = /WH-\d{6}-[0-9A-Z]{6}/.exec(await page.locator('#main').innerText())[0];
  return { page, receipt };
}
const at = page => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());

describe('a clerk', () => {
  test('works through a morning by keyboard alone', async () => {
    const first = await asks('Can the office check a letter that I got about my patent?');
    const second = await asks('Somebody sent me a bill for my patent. Is it from you?');
    await clerk.goto('/desk');
    await clerk.locator(`#t-${first.receipt}`).waitFor();
    await readable(clerk, 'queue');
    await shot(clerk, 'desk-queue-en', { fullPage: false });
    assert.ok(await clerk.locator('.tabs a').count() >= 5);

    // To the ticket.
    await clerk.keyboard.press('?');
    await clerk.locator('#keys[open]').waitFor();
    await readable(clerk, 'list of keys');
    await clerk.keyboard.press('Escape');
    await clerk.locator('#keys:not([open])').waitFor({ state: 'attached' });
    await clerk.keyboard.press('/');
    assert.equal(await at(clerk), 'q');
    await clerk.keyboard.type(first.receipt);
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL(/q=/);
    await clerk.keyboard.press('j');
    assert.equal(await at(clerk), first.receipt);
    await clerk.keyboard.press('Enter');
    await clerk.locator('#reply').waitFor();
    await readable(clerk, 'ticket');
    await shot(clerk, 'desk-ticket-en');

    // A note, then a reply: the first never leaves the desk, the second reaches the person while they look.
    await clerk.keyboard.press('n');
    assert.equal(await at(clerk), 'note-text');
    await clerk.keyboard.type('Same letter as last week, see the other case.');
    await clerk.keyboard.press('Control+Enter');
    await clerk.locator('#timeline .inside', { hasText: 'Same letter as last week' }).waitFor();
    await clerk.keyboard.press('r');
    assert.equal(await at(clerk), 'reply-text');
    await clerk.keyboard.type('Yes. Please send us a photo of the letter.');
    await clerk.keyboard.press('Control+Enter');
    await clerk.locator('#timeline .to-person', { hasText: 'Please send us a photo of the letter.' }).waitFor();
    await first.page.locator('.said.staff', { hasText: 'Please send us a photo of the letter.' }).waitFor();
    assert.doesNotMatch(await first.page.locator('body').innerText(), /Same letter as last week/);
    assert.equal(await clerk.locator('#reply-text').inputValue(), '', 'what was sent is no draft');

    // A prepared reply, by Ctrl+K.
    await clerk.goto(`/desk/t/${second.receipt}`);
    await clerk.keyboard.press('Control+k');
    await clerk.locator('#palette[open]').waitFor();
    await readable(clerk, 'prepared replies');
    await shot(clerk, 'desk-palette-en', { fullPage: false });
    await clerk.keyboard.press('Escape');
    await clerk.locator('#palette:not([open])').waitFor({ state: 'attached' });

    // What is half written stays when the clerk looks something up.
    await clerk.keyboard.press('r');
    await clerk.keyboard.type('We have looked into');
    await clerk.waitForFunction(() => Object.values(sessionStorage).includes('We have looked into'));
    await clerk.goto('/desk');
    await clerk.goto(`/desk/t/${second.receipt}`);
    assert.equal(await clerk.locator('#reply-text').inputValue(), 'We have looked into');

    // News arrive without a reload, and leave what is being written alone.
    await say(second.page, '/status');
    await second.page.locator('.said:not(.mine)').last().waitFor();
    house.run('tickets', 'note', second.receipt, 'a note from elsewhere');
    await clerk.locator('#timeline .inside', { hasText: 'a note from elsewhere' }).waitFor();
    assert.equal(await clerk.locator('#reply-text').inputValue(), 'We have looked into');
    for (const page of [clerk, first.page, second.page]) calm(page);
    for (const page of [first.page, second.page]) await page.context().close();
  });

  test('reads every page of the desk in the dark, on a phone, at 320 pixels', async () => {
    const { page, receipt } = await asks('Where is your office?');
    await page.context().close();
    const cookies = await clerk.context().cookies();
    for (const [locale, colorScheme, width] of [['zh-CN', 'dark', 1280], ['en-GB', 'light', 390], ['en-GB', 'dark', 320]]) {
      const other = await house.visitor({ locale, colorScheme, viewport: { width, height: 800 } });
      await other.context().addCookies(cookies);
      for (const address of ['/desk', `/desk/t/${receipt}`, '/desk/figures', '/desk/account', '/desk/staff']) {
        assert.equal((await other.goto(address)).status(), 200, address);
        await readable(other, `${address} ${colorScheme} ${width}`);
        await shot(other, `${address.slice(1).replace(receipt, 'ticket').replaceAll('/', '-')}-${colorScheme}-${width}`);
      }
      calm(other);
      await other.context().close();
    }
  });
});

describe('two clerks', () => {
  test('see each other on one ticket, and the second reply is held back', async () => {
    const { page, receipt } = await asks('May I use a picture from your web page?');
    const link = linkIn(house.run('staff', 'invite', 'wang-fang', '--role', 'clerk'));
    const other = await house.visitor({ locale: 'en-GB' });
    await join(other, link);
    await clerk.goto(`/desk/t/${receipt}`);
    await other.goto(`/desk/t/${receipt}`);
    await clerk.locator('#presence', { hasText: 'wang-fang' }).waitFor();
    const open = await clerk.locator('#presence').innerText();
    await other.locator('#reply-text').pressSequentially('Yes, you may');
    await clerk.waitForFunction(before => document.querySelector('#presence').textContent && document.querySelector('#presence').textContent !== before, open);
    await readable(clerk, 'presence');
    await shot(clerk, 'desk-two-clerks-en', { fullPage: false });

    await clerk.locator('#reply-text').fill('Please tell us which picture.');
    await clerk.locator('#reply button.main').click();
    await clerk.locator('#timeline .to-person', { hasText: 'Please tell us which picture.' }).waitFor();
    await other.locator('#timeline .to-person', { hasText: 'Please tell us which picture.' }).waitFor();
    assert.equal(await other.locator('#reply-text').inputValue(), 'Yes, you may');
    await other.locator('#reply button.main').click();
    await other.locator('.problem').waitFor();
    assert.equal(await other.locator('#reply-text').inputValue(), 'Yes, you may', 'nothing written is lost');
    await readable(other, 'held back');
    await shot(other, 'desk-held-back-en', { fullPage: false });
    await page.locator('.said.staff', { hasText: 'Please tell us which picture.' }).waitFor();
    assert.equal(await page.locator('.said', { hasText: 'Yes, you may' }).count(), 0);
    for (const someone of [clerk, other, page]) calm(someone);
    for (const someone of [other, page]) await someone.context().close();
  });
});

describe('a supervisor', () => {
  test('takes the figures of the year along', async () => {
    assert.equal((await clerk.goto('/desk/figures')).status(), 200);
    await readable(clerk, 'figures');
    await shot(clerk, 'desk-figures-en');
    const [csv] = await Promise.all([clerk.waitForEvent('download'), clerk.locator('a[href*="csv"]').first().click()]);
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(await csv.path());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'opens right in Excel in Chinese');
    assert.ok(bytes.length > 20);
    calm(clerk);
  });
});
