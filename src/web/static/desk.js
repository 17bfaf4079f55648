// The desk with scripts: keys, prepared replies, who else is here, news, drafts. Without this file every act still works.
// No words in here: what is shown stands in the page, in data attributes, or comes from the server.
const one = (selector, from = document) => from.querySelector(selector);
const all = selector => [...document.querySelectorAll(selector)];
const FRAGMENT = { Accept: 'text/html; fragment' };
const tell = text => { const place = one('#toast'); if (place) { place.className = 'toast notice'; place.textContent = text ?? ''; } };

// Parts of an answer go to the places with their ids. What somebody is writing in stays as it is.
const written = place => [place, ...place.querySelectorAll('textarea, input, select, details')].some(field =>
  field.localName === 'details' ? field.open : 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue);
function apply(html) {
  const box = document.createElement('template');
  box.innerHTML = html;
  const at = document.activeElement?.closest?.('[id]')?.id;
  for (const part of [...box.content.children]) {
    const place = part.id && document.getElementById(part.id);
    if (place && !written(place)) place.replaceWith(part);
  }
  dress();
  if (at && document.activeElement === document.body) {
    const back = document.getElementById(at);
    (back?.matches('tr') ? one('a', back) : back)?.focus({ preventScroll: true });
  }
}
let fetching = false, more = false;
async function look(address) {
  if (fetching) { more = true; return; }
  fetching = true;
  try {
    const answer = await fetch(address, { headers: FRAGMENT });
    if (answer.status === 401 || answer.redirected) location.reload();
    else if (answer.ok) apply(await answer.text());
  } catch { /* comes with the next news */ }
  fetching = false;
  if (more) { more = false; look(address); }
}

// News and who else is here. Closed while nobody looks, so that being here means looking.
let stream, timer, typing = 0;
const ticket = one('[data-ticket]');
function listen() {
  const address = one('[data-events]')?.dataset.events;
  if (!address || stream || document.hidden) return;
  stream = new EventSource(address);
  stream.addEventListener('list', () => { const live = one('[data-live]')?.dataset.live; if (live) look(live); });
  stream.addEventListener('ticket', () => { if (ticket) look(ticket.dataset.part); });
  stream.addEventListener('presence', event => { const place = one('#presence'), text = event.data.trim(); if (place && place.textContent !== text) place.textContent = text; });
  stream.addEventListener('end', () => location.reload());
  stream.onerror = () => { if (stream?.readyState === EventSource.CLOSED) { stream = null; setTimeout(listen, 5000); } };
  here();
}
function here() {
  clearTimeout(timer);
  if (!ticket?.dataset.presence || document.hidden) return;
  const body = new URLSearchParams({ token: one('input[name=token]')?.value ?? '', typing: Date.now() - typing < 10000 ? '1' : '0' });
  fetch(ticket.dataset.presence, { method: 'POST', body, keepalive: true }).catch(() => {});
  timer = setTimeout(here, 10000);
}
addEventListener('visibilitychange', () => {
  if (document.hidden) { stream?.close(); stream = null; clearTimeout(timer); return; }
  listen();
  const address = ticket?.dataset.part ?? one('[data-live]')?.dataset.live;
  if (address) look(address);
});
addEventListener('pagehide', () => { stream?.close(); stream = null; });
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

// Drafts stay in this window until they are sent or the clerk logs out.
const place = form => `draft:${location.pathname}:${form.dataset.draft}`;
addEventListener('input', event => {
  const form = event.target.closest?.('form[data-draft]');
  if (!form || event.target.localName !== 'textarea') return;
  sessionStorage.setItem(place(form), event.target.value);
  const began = Date.now() - typing > 10000;
  typing = Date.now();
  if (began && form.id === 'reply') here();
});
for (const form of all('form[data-draft]')) {
  const field = one('textarea', form);
  if (field && !field.value) field.value = sessionStorage.getItem(place(form)) ?? '';
}
addEventListener('submit', event => {
  const form = event.target;
  if (form.matches('[action$="/log-out"]')) sessionStorage.clear();
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === 'post') { form.dataset.sent = '1'; setTimeout(() => delete form.dataset.sent, 3000); }
  if (form.dataset.draft) { sessionStorage.removeItem(place(form)); typing = 0; }
});

// Prepared replies.
let caret = [0, 0];
const options = () => all('#palette [role=option]');
function mark(option) {
  for (const other of options()) other.setAttribute('aria-selected', String(other === option));
  one('#palette-find').setAttribute('aria-activedescendant', option?.id ?? '');
  option?.scrollIntoView({ block: 'nearest' });
}
function openPalette() {
  const palette = one('#palette');
  if (!palette) return false;
  const field = one('#reply-text');
  // A field behind a dialog forgets where the writer was.
  if (field && !palette.open) caret = [field.selectionStart, field.selectionEnd];
  if (!palette.open) palette.showModal();
  const find = one('#palette-find');
  find.value = '';
  find.focus();
  for (const option of options()) option.hidden = false;
  mark(options()[0]);
  return true;
}
function insert(option) {
  if (!option) return;
  one('#palette').close();
  if (option.dataset.href) { location.assign(option.dataset.href); return; }
  const field = one('#reply-text');
  field.focus();
  field.setRangeText(option.dataset.words, ...caret, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
addEventListener('input', event => {
  if (event.target.id !== 'palette-find') return;
  const wanted = event.target.value.trim().toLowerCase();
  for (const option of options()) option.hidden = !option.textContent.toLowerCase().includes(wanted);
  mark(options().find(option => !option.hidden));
});
addEventListener('click', event => {
  const target = event.target;
  const option = target.closest?.('#palette [role=option]');
  if (option) insert(option);
  if (target.closest?.('[data-palette]') && openPalette()) event.preventDefault();
  const opens = target.closest?.('[data-open]');
  if (opens) document.getElementById(opens.dataset.open)?.showModal();
  if (target.matches?.('dialog')) target.close();
  if (target.closest?.('[data-print]')) print();
});

// Keys. Single ones can be switched off, and never act while somebody writes.
const keysOn = () => localStorage.getItem('keys') !== 'off';
function step(by) {
  const rows = all('#list tbody tr');
  if (!rows.length) return;
  const now = rows.findIndex(row => row.classList.contains('at') || row.contains(document.activeElement));
  const row = rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + by))];
  for (const other of rows) other.classList.toggle('at', other === row);
  one('a', row)?.focus();
}
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    if (openPalette()) event.preventDefault();
    return;
  }
  const field = event.target;
  if (field.id === 'palette-find' && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) && !event.isComposing) {
    event.preventDefault();
    const shown = options().filter(option => !option.hidden);
    const now = shown.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Enter') insert(shown[now]);
    else mark(shown[(now + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length]);
    return;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && field.matches('textarea')) { event.preventDefault(); field.form.requestSubmit(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keysOn() || one('dialog[open]')) return;
  if (event.key === 'Escape') { field.blur?.(); return; }
  if (field.matches?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return;
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
  else if (event.key === '?') one('#keys')?.showModal();
  else {
    const wanted = ['r', 'n', '/'].includes(event.key) && one(`[data-key="${event.key}"]`);
    if (!wanted) return;
    wanted.focus();
    wanted.scrollIntoView({ block: 'center' });
  }
  event.preventDefault();
});
addEventListener('change', event => {
  if (event.target.matches('[data-keys-on]')) localStorage.setItem('keys', event.target.checked ? 'on' : 'off');
});

// What only works with scripts is shown by them.
function dress() {
  for (const item of all('[data-open][hidden], [data-print][hidden]')) item.hidden = false;
  for (const box of all('[data-keys-on]')) box.checked = keysOn();
}
dress();
listen();
