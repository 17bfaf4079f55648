// The real program with a data folder of its own, a real Chromium, and what every scenario needs. Waits for states, never for time.
import { AxeBuilder } from './axe.js';
import { chromium } from 'playwright-core';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';

const PROGRAM = process.env.IP_OFFICE_BOT ?? path.resolve('../../target/debug/ip-office-bot');
const SCREENSHOTS = process.env.SCREENSHOTS ?? path.resolve('../../target/screenshots');

/** Settings of the office that the scenarios visit. */
const OFFICE = `
[office]
name = { zh-Hans = "示例市知识产权局", en = "IP Office of Example City" }
hours = { zh-Hans = "工作日 9:00–17:00", en = "working days, 9:00 to 17:00" }
address = { zh-Hans = "示例市示例路1号", en = "1 Example Road, Example City" }
phone = "027 0000 0000"
`;

/** A counter that runs. `url`: its address; `said`: what it printed. */
export class House {
  static async open(settings = '', environment = {}) {
    const house = new House();
    house.folder = mkdtempSync(path.join(tmpdir(), 'ip-office-bot-'));
    writeFileSync(path.join(house.folder, 'office.toml'), OFFICE + settings);
    house.environment = { ...process.env, OFFICE__SERVER__LISTEN: '127.0.0.1:0', RUST_BACKTRACE: '1' };
    delete house.environment.TELOXIDE_TOKEN;
    Object.assign(house.environment, environment);
    await house.start();
    house.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    return house;
  }

  /** Starts the program; at the address it had before, when it ran before. */
  async start() {
    this.said = '';
    this.child = spawn(PROGRAM, ['serve'], { cwd: this.folder, env: this.environment });
    const opened = new Promise((open, fail) => {
      const hear = bytes => {
        this.said += bytes;
        const address = /The counter is open: (http:\/\/\S+)/.exec(this.said)?.[1];
        if (address) open(address.replace(/\/$/, ''));
      };
      this.child.stdout.on('data', hear);
      this.child.stderr.on('data', hear);
      this.child.once('exit', code => fail(new Error(`the program ended with ${code}:\n${this.said}`)));
    });
    this.url = await opened;
    this.environment.OFFICE__SERVER__LISTEN = new URL(this.url).host;
  }

  /** Takes the line away: the program is killed, as by a power cut. */
  async kill() {
    const gone = new Promise(done => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await gone;
  }

  /** A command of the program, in the same folder; answers what it printed. */
  run(...words) {
    const done = spawnSync(PROGRAM, words, { cwd: this.folder, env: this.environment, encoding: 'utf8' });
    assert.equal(done.status, 0, `${words.join(' ')}: ${done.stderr}${done.stdout}`);
    return done.stdout;
  }

  /** Somebody with a browser of their own. Everything the page complains about fails the scenario. */
  async visitor(options = {}) {
    const context = await this.browser.newContext({ baseURL: this.url, locale: 'zh-CN', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', ...options });
    context.setDefaultTimeout(15000);
    const page = await context.newPage();
    page.complaints = [];
    page.on('pageerror', error => page.complaints.push(String(error)));
    page.on('console', message => {
      const lineGone = /ERR_(INTERNET_DISCONNECTED|CONNECTION|NETWORK|FAILED|INCOMPLETE|EMPTY)/.test(message.text());
      if (message.type() === 'error' && !lineGone && !/the server responded with a status of/.test(message.text())) page.complaints.push(message.text());
    });
    return page;
  }

  async close() {
    await this.browser?.close();
    if (this.child.exitCode === null) {
      const gone = new Promise(done => this.child.once('exit', done));
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A picture for people to look at. */
export const shot = (page, name, options) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true, ...options });

/** Nothing that axe knows of stands in the way of anybody, and nothing is wider than the window. */
export async function readable(page, name) {
  const found = await AxeBuilder(page);
  assert.deepEqual(found, [], `${name ?? page.url()}: ${JSON.stringify(found, null, 1)}`);
  await fits(page, name);
}

/** No horizontal scrolling. */
export async function fits(page, name) {
  const wide = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return [];
    return [over, ...[...document.querySelectorAll('body *')].filter(item => item.getBoundingClientRect().right > innerWidth + 1).slice(0, 6).map(item => `${item.localName}.${item.className}`)];
  });
  assert.deepEqual(wide, [], `${name ?? page.url()} is wider than its window`);
}

/** Letters of twice the size alone, as in the settings of a browser: everything is measured in them. */
export const twice = page => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { font-size: 200% !important; }');
  document.adoptedStyleSheets = [sheet];
});

/** Goes through everything that Tab reaches: each place shows where one is, and there is a way out at the end. Answers the names. */
export async function tabs(page, name) {
  await page.evaluate(() => { document.activeElement?.blur?.(); scrollTo(0, 0); });
  const met = [];
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const item = document.activeElement;
      if (!item || item === document.body) return null;
      const style = getComputedStyle(item), box = item.getBoundingClientRect();
      const around = item.closest('.pick') ?? item;
      const ring = getComputedStyle(around).outlineStyle !== 'none' && parseFloat(getComputedStyle(around).outlineWidth) >= 2 || style.outlineStyle !== 'none';
      const label = item.labels?.[0]?.textContent ?? document.getElementById(item.getAttribute('aria-labelledby'))?.textContent;
      item.dataset.met = Number(item.dataset.met ?? 0) + 1;
      return { name: (item.getAttribute('aria-label') || label || item.innerText || item.value || '').trim(), ring, inSight: box.bottom > 0 && box.top < innerHeight, again: item.dataset.met > 1 };
    });
    if (!at || at.again) return met;
    assert.ok(at.name, `${name}: something that is reached has no name`);
    assert.ok(at.ring, `${name}: no ring around "${at.name}"`);
    assert.ok(at.inSight, `${name}: "${at.name}" is out of sight`);
    met.push(at.name);
  }
  assert.fail(`${name}: no way out`);
}

/** The newest question, once what was sent before is answered. */
export async function asked(page, words) {
  await page.waitForFunction(words => {
    const said = [...document.querySelectorAll('.said:not(.mine)')].at(-1);
    return !document.querySelector('#turn[aria-busy]') && said?.textContent.includes(words);
  }, words).catch(async () => {
    const log = await page.locator('.said').allInnerTexts();
    assert.fail(`expected "${words}", got: ${log.slice(-2).join('\n--\n')}`);
  });
}

/** A button beneath the conversation, by its first words: a large choice goes on to say what it is about. */
export const choice = (page, name) => {
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.locator('#turn :is(.choices, .doors)').getByRole('button', { name: new RegExp(`^${words}($|\\s)`) });
};

/** Presses it. */
export const press = (page, name) => choice(page, name).click();

/** Writes an answer. */
export async function say(page, words) {
  await page.locator('#text').fill(words);
  await page.locator('#turn .write').getByRole('button').click();
}

/** Walks through a conversation: pairs of what is done (`[button]` or words) and what is asked then. */
export async function walk(page, steps) {
  for (const [does, then] of steps) {
    if (does.startsWith('[')) await press(page, does.slice(1, -1));
    else await say(page, does);
    if (then) await asked(page, then);
  }
}

/** A photo as a camera makes it, from the browser itself. */
export async function photo(page, name, side = 640) {
  const url = await page.evaluate(side => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    for (let y = 0; y < side; y += 4) for (let x = 0; x < side; x += 4) { pen.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 60% ${30 + (x * y) % 40}%)`; pen.fillRect(x, y, 4, 4); }
    return canvas.toDataURL('image/jpeg', 0.95);
  }, side);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(url.split(',')[1], 'base64') };
}

/** No script complained. */
export const calm = page => assert.deepEqual(page.complaints, []);
