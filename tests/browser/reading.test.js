// Whoever reads differently: by ear, by keyboard, in large letters, in the dark, on a small screen.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { House, asked, calm, fits, press, readable, say, shot, tabs, twice, walk } from './house.js';

let house;
before(async () => { house = await House.open(); });
after(async () => { await house?.close(); });

const PUBLIC = ['/', '/track', '/privacy', '/help', '/no-such-page'];

describe('every public page', () => {
  for (const [locale, colorScheme, width] of [['zh-CN', 'light', 1280], ['en-GB', 'dark', 390], ['zh-CN', 'dark', 320], ['en-GB', 'light', 320]]) {
    test(`passes axe and fits: ${locale}, ${colorScheme}, ${width} px`, async () => {
      const page = await house.visitor({ locale, colorScheme, viewport: { width, height: 800 } });
      for (const address of PUBLIC) {
        await page.goto(address);
        await readable(page, `${address} ${locale} ${colorScheme} ${width}`);
        await shot(page, `page${address.replaceAll('/', '-')}-${locale}-${colorScheme}-${width}`);
      }
      calm(page);
      await page.context().close();
    });
  }

  test('fits in letters of twice the size', async () => {
    const page = await house.visitor({ locale: 'en-GB', viewport: { width: 640, height: 800 } });
    for (const address of PUBLIC) {
      await page.goto(address);
      await twice(page);
      await fits(page, `${address} at 200 %`);
      await shot(page, `page${address.replaceAll('/', '-')}-200-percent`);
    }
    await page.context().close();
  });

  test('has no target smaller than 24 pixels', async () => {
    const page = await house.visitor({ locale: 'en-GB', viewport: { width: 390, height: 800 } });
    for (const address of PUBLIC) {
      await page.goto(address);
      const small = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, select')].filter(item => {
        const box = item.getBoundingClientRect();
        const inText = item.localName === 'a' && getComputedStyle(item).display === 'inline';
        return box.width && !item.classList.contains('skip') && !inText && (box.width < 24 || box.height < 24);
      }).map(item => item.outerHTML.slice(0, 100)));
      assert.deepEqual(small, [], address);
    }
    await page.context().close();
  });
});

describe('by ear', () => {
  test('the first page names its parts, and what is new is read once', async () => {
    const page = await house.visitor({ locale: 'en-GB' });
    await page.goto('/');
    for (const role of ['banner', 'main', 'contentinfo', 'log']) assert.equal(await page.getByRole(role).count(), 1, role);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    const tree = await page.locator('body').ariaSnapshot();
    assert.match(tree, /- log "[^"]+"/);
    assert.match(tree, /- button "Report or ask for help/);
    assert.match(tree, /- textbox "[^"]+"/);

    // A listener that hears what a screen reader hears: whatever is added to a live region, and where the focus goes.
    await page.evaluate(() => {
      window.heard = [];
      const live = node => node.closest?.('[role=log], [role=status], [role=alert], [aria-live]');
      new MutationObserver(changes => {
        for (const change of changes) for (const node of change.addedNodes) {
          const words = node.textContent.trim();
          if (words && live(change.target)) window.heard.push(words.replace(/\s+/g, ' '));
        }
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      addEventListener('focusin', event => {
        const label = event.target.getAttribute('aria-label') ?? document.getElementById(event.target.getAttribute('aria-labelledby'))?.textContent ?? '';
        window.heard.push(`focus: ${label}`);
      });
    });
    await press(page, 'Report or ask for help');
    await asked(page, 'Would you like to report something');
    const heard = await page.evaluate(() => window.heard);
    const times = heard.filter(words => words.includes('Would you like to report something')).length;
    assert.equal(times, 1, heard.join('\n'));
    const focus = await page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    assert.equal(focus, 'turn');
    const label = await page.locator('#turn').getAttribute('aria-label');
    assert.ok(label && label.length < 40);

    // Who writes stays in the field.
    await page.locator('#text').focus();
    await page.keyboard.type('counterfeit patent');
    await page.keyboard.press('Control+Enter');
    await page.locator('.said.mine').last().waitFor();
    await page.waitForFunction(() => !document.querySelector('#turn[aria-busy]') && document.activeElement.id === 'text');
    assert.equal(await page.locator('#text').inputValue(), '');
    await readable(page, 'after two turns');
    calm(page);
    await page.context().close();
  });
});

describe('by keyboard alone', () => {
  test('a question is reached, answered and answered again without a mouse', async () => {
    const page = await house.visitor({ locale: 'zh-CN' });
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains('skip')), 'the first stop leads to the content');
    const reach = async name => {
      for (let stops = 0; stops < 60; stops++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const item = document.activeElement;
          const style = getComputedStyle(item);
          return { name: (item.innerText || item.getAttribute('aria-label') || '').trim(), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
        });
        assert.ok(at.ring, `no ring around "${at.name}"`);
        if (at.name.startsWith(name)) return;
      }
      assert.fail(`${name} cannot be reached`);
    };
    await reach('举报或求助');
    await page.keyboard.press('Enter');
    await asked(page, '您想举报，还是需要帮助？');
    await reach('举报假冒专利');
    await page.keyboard.press('Space');
    await asked(page, '匿名举报，还是实名举报');
    await reach('匿名');
    await page.keyboard.press('Enter');
    await asked(page, '哪里不对？');
    await shot(page, 'counter-keyboard-zh', { fullPage: false });
    calm(page);
    await page.context().close();
  });
});

describe('every page', () => {
  test('is gone through with Tab, each stop in sight and marked', async () => {
    for (const [locale, width] of [['zh-CN', 1280], ['en-GB', 320]]) {
      const page = await house.visitor({ locale, viewport: { width, height: 700 } });
      for (const address of PUBLIC) {
        await page.goto(address);
        assert.ok((await tabs(page, `${address} ${locale}`)).length > 4, address);
      }
      await page.context().close();
    }
  });
});

describe('a small screen', () => {
  test('holds a conversation at 320 pixels, light and dark', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const page = await house.visitor({ locale: 'en-GB', colorScheme, viewport: { width: 320, height: 640 } });
      await page.goto('/');
      await walk(page, [['[Report or ask for help]', 'Would you like to report']]);
      await say(page, 'a_very_long_word_without_any_break_'.repeat(6));
      await page.waitForFunction(() => document.querySelector('.log').textContent.includes('a_very_long') && !document.querySelector('#turn[aria-busy]'));
      await readable(page, `conversation ${colorScheme}`);
      await shot(page, `counter-320-${colorScheme}`);
      calm(page);
      await page.context().close();
    }
  });
});
