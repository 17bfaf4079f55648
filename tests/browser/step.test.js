// One ticket on two faces: the desk on the web and the topic on Telegram stay in step, and a lost line misses nothing.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, asked, calm, press, say } from './house.js';
import { join, linkIn } from './staff.js';
import { Telegram } from './telegram.js';

const GROUP = -1001234567890, CLERK = 88;
let house, telegram, clerk, receipt;

before(async () => {
  telegram = await Telegram.open();
  const settings = `
[telegram]
poll_seconds = 2
[[clerk]]
id = "li-ming"
telegram = ${CLERK}
language = "en"
[[queue]]
id = "DESK"
name = { zh-Hans = "综合服务", en = "Service desk" }
group = ${GROUP}
language = "en"
clerks = ["li-ming"]
supervisor = "li-ming"
`;
  house = await House.open(settings, { TELOXIDE_TOKEN: '123456:TEST', TELOXIDE_API_URL: telegram.url });
  clerk = await house.visitor({ locale: 'en-GB' });
  await join(clerk, linkIn(house.said), 'li-ming');
  const person = await house.visitor({ locale: 'en-GB' });
  await person.goto('/');
  await say(person, '/start human-contact');
  await asked(person, 'What would you like to ask');
  await say(person, 'Is this letter about my patent really from you?');
  await press(person, 'Send');
  await person.getByText('Sent: Talk to our staff').waitFor();
  receipt = /[A-Z]{2}-\d{6}-[0-9A-Z]{6}/.exec(await person.locator('#main').innerText())[0];
  await person.context().close();
});
after(async () => { await house?.close(); telegram?.close(); });

test('words go both ways within a moment, and what came while the line was gone is there afterwards', async t => {
  const { thread } = await telegram.inTopic(receipt);
  await clerk.goto(`/desk/t/${receipt}`);
  await clerk.locator('#reply').waitFor();

  // Topic, card and pin came at once; a chat may get one message a second.
  await clerk.waitForTimeout(6000);

  // From the topic to the desk.
  let began = Date.now();
  telegram.writes('A note from the topic.', { group: GROUP, thread, clerk: CLERK });
  await clerk.locator('#timeline .inside', { hasText: 'A note from the topic.' }).waitFor();
  const there = Date.now() - began;

  // From the desk to the topic.
  await clerk.locator('#note-text').fill('A note from the desk.');
  began = Date.now();
  await clerk.locator('#note button.quiet, #note button').last().click();
  const here = (await telegram.inTopic('A note from the desk.')).at - began;
  await clerk.locator('#timeline .inside', { hasText: 'A note from the desk.' }).waitFor();
  t.diagnostic(`topic to desk ${there} ms, desk to topic ${here} ms`);
  assert.ok(there < 5000 && here < 5000, `${there} and ${here} ms`);

  // The line is gone while two notes come; each stands there once afterwards.
  await clerk.context().setOffline(true);
  telegram.writes('First of two, unseen.', { group: GROUP, thread, clerk: CLERK });
  telegram.writes('Second of two, unseen.', { group: GROUP, thread, clerk: CLERK });
  for (let looks = 0; looks < 200 && !house.run('tickets', 'show', receipt).includes('Second of two'); looks++) await new Promise(done => setTimeout(done, 50));
  await clerk.context().setOffline(false);
  for (const words of ['First of two, unseen.', 'Second of two, unseen.']) {
    await clerk.locator('#timeline .inside', { hasText: words }).waitFor({ timeout: 40000 });
    assert.equal(await clerk.locator('#timeline .inside', { hasText: words }).count(), 1, words);
  }
  calm(clerk);
});
