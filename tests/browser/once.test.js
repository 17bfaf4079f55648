// The page of a link that the chat hands out: for what may not pass over Telegram.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, calm, readable, shot, tabs, twice, fits } from './house.js';
import { Telegram } from './telegram.js';

let house, telegram;
before(async () => {
  telegram = await Telegram.open();
  const settings = `[server]\npublic_url = "http://127.0.0.1"\n[personal]\npolicy = "web-only"\n[telegram]\npoll_seconds = 2\nper_second = 0\nperson_per_second = 0\n`;
  house = await House.open(settings, { TELOXIDE_TOKEN: '123456:TEST', TELOXIDE_API_URL: telegram.url });
});
after(async () => { await house?.close(); telegram?.close(); });

test('a number that may not pass over the chat is sent on the page, once', async () => {
  for (const words of ['找人工', '我想问专利的事', '补充更多', '联系方式', '同意']) await telegram.says(words);
  for (let looks = 0; !telegram.said.some(words => words.includes('/once/')) && looks < 200; looks++) await new Promise(done => setTimeout(done, 50));
  const link = /\/once\/[A-Za-z0-9_-]+/.exec(telegram.said.join('\n'))?.[0];
  assert.ok(link, telegram.said.slice(-3).join('\n--\n'));
  for (const [colorScheme, width] of [['light', 390], ['dark', 320]]) {
    const page = await house.visitor({ colorScheme, viewport: { width, height: 700 } });
    assert.equal((await page.goto(link)).status(), 200);
    assert.deepEqual(await page.context().cookies(), [], 'no cookie');
    await readable(page, `link ${colorScheme}`);
    await shot(page, `once-zh-${colorScheme}-${width}`);
    assert.ok((await tabs(page, link)).length >= 4);
    await twice(page);
    await fits(page, 'link at 200 %');
    await page.context().close();
  }
  const page = await house.visitor({ viewport: { width: 390, height: 700 } });
  await page.goto(link);
  await page.locator('button.main').click();
  await page.locator('.problem').waitFor();
  await readable(page, 'nothing was written');
  await page.locator('#answer').fill('138 0013 8000');
  await page.locator('button.main').click();
  await page.getByText('已收到').waitFor();
  await readable(page, 'received');
  await shot(page, 'once-sent-zh');
  assert.equal((await page.goto(link)).status(), 404);
  await readable(page, 'used');
  await shot(page, 'once-over-zh');
  assert.ok(!telegram.said.join('\n').includes('138 0013 8000'), 'it stays out of the chat');
  calm(page);
  await page.context().close();
});
