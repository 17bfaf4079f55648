// The two pictures of the README, made from a counter and a desk as they are: `PICTURES=1 tests/browser/run pictures.test.js`.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { House, asked, calm, press, say } from './house.js';
import { join, linkIn } from './staff.js';

const folder = process.env.PICTURES ? path.resolve('pictures') : process.env.SCREENSHOTS ?? path.resolve('../../target/screenshots');
const SIZE = { width: 1280, height: 800 };
let house;
before(async () => { house = await House.open(); });
after(async () => { await house?.close(); });

/** Takes a picture that a page on the web can afford. */
async function take(page, name) {
  const file = path.join(folder, name);
  await page.screenshot({ path: file });
  assert.ok(statSync(file).size < 150_000, `${name} has ${statSync(file).size} bytes`);
}

/** Reports of apps of the city: quicker than a conversation each. */
async function report(key, fields) {
  const all = { service_code: 'report-ip', 'attribute[problem]': 'trademark', 'attribute[want]': 'investigate', 'attribute[how]': 'anonymous', 'attribute[relation]': 'consumer', 'attribute[place-kind]': 'shop', 'attribute[found-on]': '2026-11-20T08:00:00+08:00', ...fields };
  const answer = await fetch(`${house.url}/open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams({ ...all, api_key: key }), headers: { 'accept-language': 'zh' } });
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json())[0].service_request_id;
}

test('the counter in Chinese', async () => {
  const page = await house.visitor({ viewport: SIZE });
  await page.goto('/');
  await take(page, 'counter.png');
  calm(page);
  await page.context().close();
});

test('the desk in English, with a morning of work', async () => {
  const clerk = await house.visitor({ locale: 'en-GB', viewport: SIZE });
  await join(clerk, linkIn(house.said), 'li-ming');
  const key = /iob_\S+/.exec(house.run('tokens', 'add', 'city-app', '--scope', 'requests:create'))[0];
  const receipts = [];
  for (const [subject, district, words] of [
    ['Brand cups', '420106', '店里卖的杯子印着别家的商标，做工很差，一只卖二十元。'],
    ['Sports shoes', '420102', '路边摊卖的运动鞋和商场里的一模一样，价钱只有十分之一。'],
    ['Tea', '420111', '茶叶包装盗用了我们镇的地理标志，产地写的是别的省。'],
    ['Phone chargers', '420103', '充电器上的商标少了一个字母，用了一天就坏了。'],
    ['School bags', '420104', '书包上的卡通形象没有授权，开学前卖出去好几百个。'],
  ]) receipts.push(await report(key, { 'attribute[subject]': subject, 'attribute[district]': district, address_string: '示例路5号', description: words }));
  const person = await house.visitor({ locale: 'zh-CN' });
  await person.goto('/');
  await say(person, '/start human-contact');
  await asked(person, '您想问什么');
  await say(person, '我收到一封要我交专利年费的信，是你们寄的吗？');
  await asked(person, '请核对');
  await press(person, '提交');
  await person.getByText('已提交').first().waitFor();
  const asks = /WH-\d{6}-[0-9A-Z]{6}/.exec(await person.locator('#main').innerText())[0];
  await clerk.goto(`/desk/t/${receipts[1]}`);
  await clerk.locator('form[action$="/take"] button').click();
  await clerk.locator('form[action$="/release"]').waitFor();
  await clerk.goto(`/desk/t/${receipts[0]}`);
  await clerk.locator('#note-text').fill('Third report about this shop since October.');
  await clerk.locator('#note button').click();
  await clerk.locator('#timeline .inside').waitFor();
  await clerk.goto('/desk?view=open');
  await clerk.locator('#list tbody tr').nth(5).waitFor();
  await clerk.goto(`/desk/t/${asks}`);
  await clerk.locator('form[action$="/take"] button').click();
  await clerk.locator('form[action$="/release"]').waitFor();
  await clerk.locator('#note-text').fill('The third of these letters this week. See the list of fake bills.');
  await clerk.locator('#note button').click();
  await clerk.locator('#timeline .inside').waitFor();
  await clerk.locator('#reply-text').fill('不是我们寄的，请先不要付款。请把信拍下来发给我们。');
  await clerk.evaluate(() => { document.activeElement?.blur?.(); scrollTo(0, 0); });
  await take(clerk, 'desk.png');
  calm(clerk);
  for (const page of [clerk, person]) await page.context().close();
});
