// Every page of the desk that a link leads to, for whoever reads differently; the list of pages comes from the program itself.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { House, asked, calm, fits, photo, press, readable, shot, tabs, twice, walk } from './house.js';
import { code, join, linkIn } from './staff.js';

let house, clerk, secret, receipt;
const SIGNS = { receipt: /[A-Z]{2}-\d{6}-[0-9A-Z]{6}/ };

/** Routes of the desk that are read, from the table of rights. */
const routes = [...readFileSync(path.resolve('../../src/web/desk/rights.rs'), 'utf8').matchAll(/\bget\("(\/desk[^"]*)"/g)].map(found => found[1]);
const pattern = route => new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`);

before(async () => {
  house = await House.open();
  clerk = await house.visitor({ locale: 'en-GB' });
  secret = await join(clerk, linkIn(house.said), 'li-ming');
  // A case with everything: answers, a file, words in both directions, a note.
  const person = await house.visitor({ locale: 'zh-CN' });
  await person.goto('/');
  await walk(person, [
    ['/start counterfeit-report', '匿名举报，还是实名举报'], ['[匿名]', '哪里不对？'], ['没有专利、在卖', '是什么商品？'], ['某某牌电吹风', '是怎么写的？'],
    ['国家专利 ZL 2013 1 0113186.8', '在什么地方发现的？'], ['[商店]', '在哪个区？'], ['光谷', '具体在什么位置？'], ['关山大道18号一楼', '您是哪天发现的？'],
    ['昨天', '请说说经过'], ['在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。', '有照片、小票或网页截图吗？'],
  ]);
  await person.locator('.drop:not([hidden]) .pick input').first().setInputFiles([await photo(person, '正面.jpg', 300)]);
  await press(person, '完成（1个）');
  await asked(person, '请核对');
  await press(person, '提交');
  await person.getByText('已提交：举报假冒专利').waitFor();
  receipt = SIGNS.receipt.exec(await person.locator('#main').innerText())[0];
  await person.context().close();
  house.run('tickets', 'note', receipt, 'Same shop as last month.');
  house.run('tickets', 'reply', receipt, '我们已经收到，正在核实。');
});
after(async () => { await house?.close(); });

/** Goes wherever links lead, once for each route; answers where it was. */
async function crawl(page, look) {
  const known = new Map(), wanted = ['/desk', `/desk/t/${receipt}`, '/desk/account', '/desk/staff', '/desk/figures', '/desk/code?next=/desk'];
  while (wanted.length) {
    const address = wanted.shift();
    const route = routes.find(route => pattern(route).test(address.split('?')[0])) ?? address;
    if ((known.get(route) ?? 0) >= 1) continue;
    known.set(route, (known.get(route) ?? 0) + 1);
    const answer = await page.goto(address);
    assert.ok(answer.status() < 400, `${address}: ${answer.status()}`);
    await look(address);
    wanted.push(...await page.evaluate(() => [...document.querySelectorAll('a[href^="/desk"]:not([download])')].map(link => link.getAttribute('href'))
      .filter(address => !/\/events|\/file\/|log-out|\/welcome\//.test(address))));
  }
  return [...known.keys()];
}
const name = address => address.slice(1).split('?')[0].replace(receipt, 'ticket').replaceAll('/', '-');

describe('every page of the desk', () => {
  for (const [locale, colorScheme, width] of [['en-GB', 'light', 1280], ['zh-CN', 'dark', 320]]) {
    test(`passes axe and fits: ${locale}, ${colorScheme}, ${width} px`, async t => {
      const page = await house.visitor({ locale, colorScheme, viewport: { width, height: 800 } });
      await page.context().addCookies(await clerk.context().cookies());
      const met = await crawl(page, async address => {
        await page.evaluate(() => document.querySelectorAll('details').forEach(part => { part.open = true; }));
        await readable(page, `${address} ${locale} ${colorScheme} ${width}`);
        await shot(page, `every-${name(address)}-${locale}-${width}`);
      });
      t.diagnostic(`met ${met.length}: ${met.join(' ')}`);
      t.diagnostic(`not met: ${routes.filter(route => !met.includes(route)).join(' ')}`);
      assert.ok(met.length >= 7, met.join(' '));
      calm(page);
      await page.context().close();
    });
  }

  test('fits in letters of twice the size', async () => {
    const page = await house.visitor({ locale: 'en-GB', viewport: { width: 640, height: 800 } });
    await page.context().addCookies(await clerk.context().cookies());
    await crawl(page, async address => {
      await twice(page);
      await fits(page, `${address} at 200 %`);
      await shot(page, `every-${name(address)}-200-percent`);
    });
    await page.context().close();
  });

  test('is gone through with Tab, each stop in sight and marked', async () => {
    const page = await house.visitor({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    await page.context().addCookies(await clerk.context().cookies());
    await crawl(page, async address => { await tabs(page, address); });
    await page.context().close();
  });

  test('has no target smaller than 24 pixels', async () => {
    const page = await house.visitor({ locale: 'zh-CN', viewport: { width: 390, height: 800 } });
    await page.context().addCookies(await clerk.context().cookies());
    await crawl(page, async address => {
      const small = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, select, summary')].filter(item => {
        const box = item.getBoundingClientRect();
        const inText = item.localName === 'a' && getComputedStyle(item).display === 'inline';
        const ticked = item.closest('label')?.getBoundingClientRect();
        return box.width && !item.classList.contains('skip') && !inText && (Math.max(box.width, ticked?.width ?? 0) < 24 || Math.max(box.height, ticked?.height ?? 0) < 24);
      }).map(item => item.outerHTML.slice(0, 100)));
      assert.deepEqual(small, [], address);
    });
    await page.context().close();
  });
});

test('a photo of a case is seen where it is listed', async () => {
  await clerk.goto(`/desk/t/${receipt}`);
  const picture = clerk.locator('.filelist img');
  await picture.scrollIntoViewIfNeeded();
  await clerk.waitForFunction(() => document.querySelector('.filelist img')?.naturalWidth > 0);
  calm(clerk);
});

test('what is handed over goes with a letter, and a request for one\'s own data has a page of its own', async () => {
  await clerk.goto(`/desk/t/${receipt}/hand-over`);
  await clerk.locator('#hand-name').fill('Market Supervision Bureau of Example District');
  await clerk.locator('.tick', { hasText: '某某牌电吹风' }).locator('input').check();
  await clerk.locator('#hand-reason').fill('商品在贵区销售，移送处理。');
  await clerk.locator('button[name=do][value=hand]').click();
  const letter = clerk.locator('a[href*="/letter/"]').first();
  await letter.waitFor();
  const letterAt = await letter.getAttribute('href');

  const person = await house.visitor({ locale: 'zh-CN' });
  await person.goto('/');
  await walk(person, [
    ['/start privacy-request', '您想怎么处理自己的信息？'], ['[删掉]', '这样可以了吗？'], ['[还不行，正式提出请求]', '是谁的信息？'], ['[我自己的]', '您说的是哪些信息？'],
    ['[你们有的全部]', '个人信息处理告知'], ['[同意]', '请说说具体的要求'], ['请删掉我去年咨询时留的电话。', '您的姓名或单位名称'], ['张某某', '您的手机号或电子邮箱'], ['13800000000', '请核对'],
  ]);
  await press(person, '提交');
  await person.getByText('已提交：我的个人信息').waitFor();
  const request = SIGNS.receipt.exec(await person.locator('#main').innerText())[0];
  await person.context().close();

  for (const [locale, colorScheme, width] of [['en-GB', 'light', 1280], ['zh-CN', 'dark', 320]]) {
    const page = await house.visitor({ locale, colorScheme, viewport: { width, height: 800 } });
    await page.context().addCookies(await clerk.context().cookies());
    for (const [address, named] of [[letterAt, 'letter'], [`/desk/t/${request}/data`, 'own-data'], [`/desk/t/${receipt}/hand-over`, 'handed-over']]) {
      assert.equal((await page.goto(address)).status(), 200, address);
      await readable(page, `${named} ${locale} ${width}`);
      await shot(page, `${named}-${locale}-${width}`);
      await tabs(page, address);
      if (width > 1000) { await twice(page); await fits(page, `${named} at 200 %`); }
    }
    assert.ok((await page.locator('body').innerText()).includes(receipt));
    await page.goto(letterAt);
    await page.emulateMedia({ media: 'print' });
    await shot(page, `letter-print-${locale}`);
    calm(page);
    await page.context().close();
  }
});

describe('the door', () => {
  test('asks for password and code, in the dark and on a phone, and a refusal at the desk stays at the desk', async () => {
    const page = await house.visitor({ locale: 'en-GB', colorScheme: 'dark', viewport: { width: 390, height: 800 } });
    await page.goto('/desk/log-in');
    await readable(page, 'log-in in the dark');
    await shot(page, 'desk-log-in-en-dark-phone');
    // The code that set the authenticator up works no second time; the next one is taken a little early.
    await page.locator('#name').fill('li-ming');
    await page.locator('#password').fill('quiet harbour lamps at noon');
    await page.locator('form.form button.main').click();
    await page.locator('#code').waitFor();
    await readable(page, 'code');
    await shot(page, 'desk-log-in-code-en-dark-phone');
    await page.locator('#code').fill(code(secret, Date.now() + 30_000));
    await page.locator('form.form button.main').click();
    await page.waitForURL(/\/desk$/);
    assert.equal((await page.goto('/desk/t/WH-260101-222222')).status(), 404);
    assert.ok(await page.locator('.me').isVisible());
    await readable(page, 'refusal at the desk');
    await shot(page, 'desk-refusal-en-dark-phone');
    await page.context().close();
  });
});
