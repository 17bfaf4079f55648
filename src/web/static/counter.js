// The counter with scripts: the same forms, sent without leaving the page; news as it comes; files in pieces. Without this file everything still works.
// No words in here: what is shown or read out stands in the page, in data attributes.
const one = (selector, from = document) => from.querySelector(selector);
const FRAGMENT = { Accept: 'text/html; fragment' };
const tell = text => { const place = one('#told'); if (place) place.textContent = text ?? ''; };
const state = text => { const place = one('#state'); if (place) place.textContent = text ?? ''; };

// Waits until the line may be back: at once when the browser says so or the person tries again, else after a growing pause.
let again = () => {};
const lineBack = tries => new Promise(done => {
  again = done;
  addEventListener('online', done, { once: true });
  setTimeout(done, Math.min(30000, 1000 * 2 ** tries));
});

// Sends until somebody answers. The same body twice has the effect of once: each form carries its own number.
async function ask(url, options, lost) {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(url, options);
      if (![408, 502, 503, 504].includes(answer.status) || tries > 8) return answer;
    } catch { /* no line */ }
    lost?.();
    await lineBack(tries);
  }
}

// Puts the parts of an answer in their places: a part with data-append is added to the one with its id, any other replaces it.
function apply(html, own) {
  const box = document.createElement('template');
  box.innerHTML = html;
  const parts = [...box.content.children];
  if (!parts.length || parts.some(part => part.localName !== 'title' && !document.getElementById(part.id))) return false;
  const focused = document.activeElement;
  const typed = one('#text');
  const wasIn = id => document.getElementById(id)?.contains(focused);
  const watched = own || one('#turn')?.getBoundingClientRect().top < innerHeight;
  let fresh, lostFocus = false;
  for (const part of parts) {
    if (part.localName === 'title') { document.title = part.textContent; continue; }
    const place = document.getElementById(part.id);
    if (!('append' in part.dataset)) {
      lostFocus ||= wasIn(part.id);
      place.replaceWith(part);
      continue;
    }
    for (const child of [...part.children]) {
      const before = child.id && document.getElementById(child.id);
      if (before) { if (before.textContent !== child.textContent) before.replaceWith(child); continue; }
      child.classList.add('new');
      place.append(child);
      if (!child.classList.contains('mine')) fresh ??= child;
    }
  }
  const text = one('#text');
  if (typed && text && text !== typed && !own) text.value = typed.value;
  dress();
  const turn = one('#turn');
  if (own || lostFocus) {
    const same = focused.id && document.getElementById(focused.id);
    const target = one('[data-focus]') ?? (own ? own === 'text' && text : same) ?? null;
    (target || turn)?.focus({ preventScroll: true });
  }
  if (watched) {
    turn?.scrollIntoView({ block: 'nearest' });
    (one('[data-focus]') ?? fresh)?.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

// What to do with the answer to something the person did: parts, or a whole page, which is shown as it came and never fetched twice.
async function take(answer, own) {
  const html = await answer.text();
  if (apply(html, own)) return;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const then = one('main', page);
  if (!then) { location.assign(location.pathname); return; }
  document.title = page.title;
  one('main').replaceWith(then);
  if (answer.redirected) history.pushState(null, '', answer.url);
  dress();
  scrollTo(0, 0);
  (one('[data-focus]') ?? then).focus({ preventScroll: true });
  stream?.close();
  stream = null;
  listen();
}
addEventListener('popstate', () => location.reload());

let busy = false;
let news = false;
async function send(form, button) {
  if (busy) { again(); return; }
  const data = new FormData(form, button);
  if (!button?.name && data.has('text') && !data.get('text').trim()) { one('#text')?.focus(); return; }
  busy = true;
  const turn = one('#turn');
  turn?.setAttribute('aria-busy', 'true');
  state(turn?.dataset.sending);
  const own = form.contains(document.activeElement) && document.activeElement.localName === 'textarea' ? 'text' : button?.name === 'press' ? 'press' : 'text';
  const answer = await ask(form.action, { method: 'POST', body: new URLSearchParams(data), headers: FRAGMENT }, () => state(turn?.dataset.lost));
  turn?.removeAttribute('aria-busy');
  state('');
  busy = false;
  await take(answer, own);
  // A form that stays is a new one from here on.
  if (form.isConnected && form.elements.once) form.elements.once.value = Math.floor(Math.random() * 2 ** 52);
  if (news) look();
}

addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-live]')) return;
  event.preventDefault();
  send(form, event.submitter);
});
addEventListener('keydown', event => {
  const field = event.target;
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || !field.matches?.('textarea')) return;
  const plain = 'enter' in field.dataset && !event.shiftKey && !event.altKey && matchMedia('(pointer: fine)').matches;
  if (plain || event.ctrlKey || event.metaKey) { event.preventDefault(); field.form.requestSubmit(); }
});

// News: the stream only says that there is some; what it is comes from /since. Closed while nobody looks.
let stream;
async function look() {
  const log = one('#log');
  if (!log?.dataset.since) return;
  if (busy) { news = true; return; }
  news = false;
  const last = [...log.children].findLast(child => /^m\d+$/.test(child.id))?.id.slice(1) ?? '0';
  try {
    const answer = await fetch(`${log.dataset.since}?after=${last}`, { headers: FRAGMENT });
    const html = answer.ok && answer.status !== 204 ? await answer.text() : '';
    if (busy) news = true; else if (html.trim()) apply(html);
  } catch { /* comes with the next word of the stream */ }
}
function listen(tries = 0) {
  const address = one('#log')?.dataset.events;
  if (!address || stream || document.hidden) return;
  stream = new EventSource(address);
  stream.addEventListener('page', look);
  stream.onopen = () => { if (tries) look(); tries = 0; };
  stream.onerror = async () => {
    tries++;
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    await lineBack(Math.min(tries, 5));
    listen(tries);
  };
}
addEventListener('visibilitychange', () => {
  if (document.hidden) { stream?.close(); stream = null; } else { listen(1); }
});
addEventListener('pagehide', () => { stream?.close(); stream = null; });
addEventListener('pageshow', event => { if (event.persisted) listen(1); });

// Files on their way have a script of their own, fetched when a question asks for files. Until it is there the plain way stays.
const here = document.currentScript.src;
let files, ready = false;
function readyFiles() {
  const form = one('form[data-upload]');
  if (!form) return;
  files ??= import(form.dataset.script ?? here.replace(/counter(?=\.js)/, 'files'))
    .then(part => { part.start({ one, ask, apply, tell }); ready = true; dress(); }, () => { files = undefined; });
  if (!ready) return;
  for (const item of document.querySelectorAll('.drop[hidden]')) item.hidden = false;
  for (const item of document.querySelectorAll('.plain-way')) item.hidden = !one('input', item)?.files.length;
}

// Copy and print.
async function copy(button) {
  const source = one(button.dataset.copy);
  try { await navigator.clipboard.writeText(source.textContent.trim()); } catch {
    getSelection().selectAllChildren(source);
    if (!document.execCommand('copy')) return;
  }
  button.textContent = button.dataset.done;
  tell(button.dataset.done);
}
addEventListener('click', event => {
  const button = event.target.closest?.('button');
  if (button?.matches('[data-copy]')) copy(button);
  if (button?.matches('[data-print]')) print();
});

// What only works with scripts is shown by them.
function dress() {
  for (const item of document.querySelectorAll('[data-copy][hidden], [data-print][hidden]')) item.hidden = false;
  readyFiles();
  dispatchEvent(new Event('dressed'));
}
dress();
listen();
if (location.hash === '#turn' || document.querySelectorAll('.said').length > 1) one('#turn')?.scrollIntoView({ block: 'end' });
