// People at the counter: who files what, with which device.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, asked, calm, choice, fits, photo, press, readable, say, shot, walk } from './house.js';

let house;
before(async () => { house = await House.open(); });
after(async () => { await house?.close(); });

const toThePapers = [
  ['[举报或求助]', '您想举报，还是需要帮助？'],
  ['[举报假冒专利]', '您想匿名举报，还是实名举报？'],
  ['[匿名]', '哪里不对？'],
  ['没有专利、在卖', '是什么商品？'],
  ['某某牌电吹风，型号A-200', '是怎么写的？'],
  ['包装背面印着“国家专利 ZL 2013 1 0113186.8”', '在什么地方发现的？'],
  ['[商店]', '在哪个区？'],
  ['光谷', '具体在什么位置？'],
  ['关山大道18号一楼，某某电器店', '您是哪天发现的？'],
  ['昨天', '请说说经过'],
  ['昨天在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。', '有照片、小票或网页截图吗？'],
];
const RECEIPT = /WH-\d{6}-[0-9A-Z]{6}/;

describe('a visitor writing Chinese', () => {
  test('files a report with two photos and follows it by receipt and code', async () => {
    const page = await house.visitor();
    await page.goto('/');
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
    assert.equal(await page.locator('.door').count(), 3);
    await readable(page);
    await shot(page, 'counter-zh');
    await walk(page, toThePapers);
    assert.match(await page.locator('.log').innerText(), /200\s?MB/);
    await page.locator('.drop:not([hidden]) .pick input').first().setInputFiles([await photo(page, '正面.jpg', 900), await photo(page, '背面.jpg', 500)]);
    await choice(page, '完成（2个）').waitFor();
    await readable(page, 'files');
    await shot(page, 'counter-files-zh');
    await press(page, '完成（2个）');
    await asked(page, '请核对：举报假冒专利');
    assert.match(await page.locator('#main').innerText(), /2个文件/);
    await readable(page, 'review');
    await shot(page, 'counter-review-zh');
    await press(page, '提交');
    await page.getByText('已提交：举报假冒专利').waitFor();
    const told = await page.locator('#main').innerText();
    const receipt = RECEIPT.exec(told)?.[0];
    const code = /查询码：\s*([0-9A-Z]{4}\s?[0-9A-Z]{4})/.exec(told)?.[1];
    assert.ok(receipt && code, told);
    await readable(page, 'receipt');
    await shot(page, 'counter-receipt-zh');

    // The page to keep: printed, copied.
    await page.getByRole('link', { name: '打印用页面' }).first().click();
    await page.locator('.receipt').waitFor();
    assert.match(await page.locator('.receipt').innerText(), new RegExp(receipt));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-copy]').click();
    await page.waitForFunction(() => document.querySelector('#told').textContent);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), receipt);
    assert.ok(await page.locator('[data-print]').isVisible());
    await readable(page, 'receipt to keep');
    await page.emulateMedia({ media: 'print' });
    assert.ok(!await page.locator('[data-print]').isVisible());
    await shot(page, 'receipt-printed-zh');
    await page.emulateMedia({ media: 'screen' });

    // From another device: nothing but receipt and code.
    const other = await house.visitor({ viewport: { width: 390, height: 800 } });
    await other.goto('/track');
    await readable(other, '/track');
    await other.locator('#receipt').fill(receipt.toLowerCase());
    await other.locator('#code').fill(code);
    await other.locator('main form button').first().click();
    await other.getByText('举报假冒专利').first().waitFor();
    assert.match(await other.locator('#main').innerText(), new RegExp(receipt));
    await readable(other, 'followed case');
    await shot(other, 'track-zh-phone');

    // A wrong code gives nothing away.
    const stranger = await house.visitor();
    await stranger.goto('/track');
    await stranger.locator('#receipt').fill(receipt);
    await stranger.locator('#code').fill('AAAA2222');
    await stranger.locator('main form button').first().click();
    await stranger.locator('.problem, .said:not(.mine)').last().waitFor();
    assert.doesNotMatch(await stranger.locator('#main').innerText(), /举报假冒专利/);
    await readable(stranger, 'refused code');
    for (const someone of [page, other, stranger]) { calm(someone); await someone.context().close(); }
  });

  test('finds the same conversation after coming back, and can change an answer', async () => {
    const page = await house.visitor({ colorScheme: 'dark' });
    await page.goto('/');
    await walk(page, toThePapers.slice(0, 5));
    await page.goto('about:blank');
    await page.goto('/');
    await asked(page, '是怎么写的？');
    await walk(page, [['[返回]', '是什么商品？'], ['某某牌净水器', '是怎么写的？']]);
    assert.match(await page.locator('.log').innerText(), /净水器/);
    await readable(page, 'dark conversation');
    await shot(page, 'counter-question-zh-dark');
    calm(page);
    await page.context().close();
  });
});

describe('an English firm on a phone', () => {
  test('asks for help from a small screen', async () => {
    const page = await house.visitor({ locale: 'en-GB', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    await page.goto('/');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await readable(page);
    await shot(page, 'counter-en-phone');
    await walk(page, [
      ['a web shop sells cups with our trademark, we need assistance', ''],
    ]);
    await page.locator('.said:not(.mine)').last().waitFor();
    await say(page, '/start rights-assistance');
    await asked(page, 'Which side are you on?');
    await walk(page, [
      ['[I own the right]', 'What help would you like?'],
      ['takedown, evidence', 'How far has it gone?'],
      ['[A notice on a platform]', 'When is your next deadline?'],
      ['[Skip]', 'What kind of right is it about?'],
      ['[Trademark]', 'registration number?'],
      ['12345678', 'Who is the other side?'],
      ['[Skip]', 'What has happened'],
      ['Since October a web shop has sold cups with our mark; we want them taken down.', 'certificate, letters or evidence?'],
      ['[Skip]', 'How we handle your personal data'],
    ]);
    await readable(page, 'consent');
    await shot(page, 'counter-consent-en-phone');
    await walk(page, [
      ['[I agree]', 'What is your name'],
      ['Example GmbH', 'How can we reach you'],
      ['info@example.com', 'Please check: Ask for rights-protection assistance'],
    ]);
    await fits(page, 'review');
    await shot(page, 'counter-review-en-phone');
    await press(page, 'Send');
    await page.getByText('Sent: Ask for rights-protection assistance').waitFor();
    assert.match(await page.locator('#main').innerText(), RECEIPT);
    await readable(page, 'receipt');
    await shot(page, 'counter-receipt-en-phone');

    // A reply of the office comes by itself, into the same conversation, once.
    const receipt = RECEIPT.exec(await page.locator('#main').innerText())[0];
    house.run('tickets', 'reply', receipt, 'Please send us the certificate.');
    await page.locator('.said.staff', { hasText: 'Please send us the certificate.' }).waitFor();
    assert.equal(await page.locator('.said', { hasText: 'Please send us the certificate.' }).count(), 1);
    calm(page);
    await page.context().close();
  });
});

describe('a visitor without scripts', () => {
  test('files, sends a photo and gets a receipt by forms alone', async () => {
    const page = await house.visitor({ javaScriptEnabled: false, locale: 'en-GB' });
    const lastSaid = () => page.locator('.said:not(.mine)').last();
    const then = async words => assert.match(await lastSaid().innerText(), words);
    const go = async (does, words) => {
      if (does.startsWith('[')) await press(page, does.slice(1, -1)); else await say(page, does);
      await page.waitForLoadState();
      await then(words);
    };
    await page.goto('/');
    assert.equal(await page.locator('.door').count(), 3);
    await go('[Report or ask for help]', /Would you like to report something/);
    await go('[Report counterfeit patent]', /report anonymously or with your name/);
    await go('[Anonymously]', /What is wrong\?/);
    await go('no patent, on sale', /What is the product\?/);
    await go('hair dryer', /What exactly does it say/);
    await go('National patent ZL 2013 1 0113186.8', /Where did you/);
    await go('[Online]', /Which platform and which shop\?/);
    await go('Taobao, shop A', /send the link/);
    await go('https://example.com/item/1', /When did you notice it\?/);
    await go('yesterday', /How did you find out/);
    await go('I bought one for 89 yuan; at home I looked the number up and there is no such patent.', /Do you have photos/);
    assert.ok(!await page.locator('.drop').isVisible());
    const camera = await house.visitor();
    await page.locator('.plain-file').setInputFiles([await photo(camera, 'front.jpg'), await photo(camera, 'back.jpg', 300)]);
    await camera.context().close();
    await page.locator('.plain-way button').click();
    await choice(page, 'Done (2)').waitFor();
    await shot(page, 'counter-no-scripts-en');
    await go('[Done (2)]', /Please check: Report a counterfeit patent/);
    await press(page, 'Send');
    await page.getByText('Sent: Report a counterfeit patent').waitFor();
    assert.match(await page.locator('#main').innerText(), RECEIPT);
    await page.goto('/');
    await then(/./);
    // The switch of languages is a form too.
    await page.locator('header').getByText('中文').click();
    await page.waitForLoadState();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
    await page.context().close();
  });
});
