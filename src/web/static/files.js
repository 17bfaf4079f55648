// Files on their way, in pieces: several at once, by choosing, dragging, pasting or camera; what did not arrive is sent again, also after hours without a line.
// No words in here: what is shown or read out stands in the page, in data attributes.
const FRAGMENT = { Accept: 'text/html; fragment' };
const waiting = [];
let moving = false, list, one, ask, apply, tell;
const size = bytes => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 }).format(bytes < 1e6 ? Math.ceil(bytes / 1e3) : bytes / 1e6);
const fill = (words, values) => words.replace(/\[(\w+)\]/g, (all, name) => values[name] ?? all);
function row(file, words) {
  const item = document.createElement('li');
  const add = (kind, name, text) => { const part = document.createElement(kind); part.className = name; part.textContent = text; item.append(part); return part; };
  add('span', 'name', file.name);
  const stop = add('button', 'quiet', '×');
  stop.type = 'button';
  stop.setAttribute('aria-label', fill(words.stop, { name: file.name }));
  const bar = add('progress', '', '');
  bar.max = 1; bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  return { item, stop, bar, line: add('span', 'state', words.waiting) };
}
function bring(files) {
  const form = one('form[data-upload]');
  if (!form || !files.length) return;
  const album = String(Date.now());
  list = list?.isConnected ? list : one('.pieces', form);
  for (const file of files) {
    const job = { file, form, album, words: { ...form.dataset }, token: form.elements.token?.value, ...row(file, form.dataset) };
    list.append(job.item);
    job.stop.onclick = () => {
      job.gone = true;
      job.halt?.abort();
      job.item.remove();
      if (job.id) fetch(`${form.dataset.upload}/${job.id}`, { method: 'DELETE', headers: { 'X-Token': job.token } }).catch(() => {});
      one('.pick input')?.focus();
    };
    if (file.size > Number(form.dataset.most)) fail(job, fill(job.words.tooBig, { size: size(Number(form.dataset.most)) }));
    else waiting.push(job);
  }
  move();
}
function fail(job, words) {
  job.item.classList.add('failed');
  job.bar.remove();
  job.line.textContent = words;
  tell(`${job.file.name}: ${words}`);
}
async function move() {
  if (moving) return;
  moving = true;
  for (let job; (job = waiting.shift());) if (!job.gone) await carry(job).catch(() => job.gone || fail(job, job.words.failed));
  moving = false;
}
async function carry(job) {
  const { file, words, form } = job;
  const url = words.upload, most = Number(words.piece);
  const note = `up:${file.size}:${file.lastModified}:${file.name}`;
  job.halt = new AbortController();
  const headers = { 'X-Token': job.token ?? '' };
  const call = (path, options) => ask(url + path, { ...options, headers: { ...headers, ...options?.headers }, signal: job.halt.signal }, () => { if (job.gone) throw 0; job.line.textContent = words.paused; });
  const reason = async answer => (await answer.json().catch(() => ({}))).detail ?? words.failed;
  const from = async id => { const answer = await call(`/${id}`); return answer.ok ? (await answer.json()).next : null; };
  let id = sessionStorage.getItem(note), next = id && await from(id);
  if (next == null) {
    const begun = await call('', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify({ name: file.name, mime: file.type, bytes: file.size, album: job.album }) });
    if (!begun.ok) return fail(job, await reason(begun));
    ({ id, next = 0 } = await begun.json());
    sessionStorage.setItem(note, id);
  }
  job.id = id;
  while (next * most < file.size) {
    if (job.gone) return;
    const answer = await call(`/${id}/${next}`, { method: 'PUT', body: file.slice(next * most, (next + 1) * most) });
    if (!answer.ok && answer.status !== 409) return fail(job, await reason(answer));
    next = answer.ok ? next + 1 : await from(id);
    if (next == null) throw 0;
    const part = Math.min(1, next * most / file.size);
    job.bar.value = part;
    job.line.textContent = fill(words.going, { percent: Math.round(part * 100), size: size(file.size) });
  }
  const answer = await call(`/${id}/done`, { method: 'POST', headers: FRAGMENT });
  sessionStorage.removeItem(note);
  if (!answer.ok) return fail(job, await reason(answer));
  job.bar.value = 1;
  job.line.textContent = words.done;
  tell(`${file.name}: ${words.done}`);
  job.stop.remove();
  job.item.remove();
  apply(await answer.text());
}

// Begins to listen; `counter` lends what it has.
export function start(counter) {
  ({ one, ask, apply, tell } = counter);
  const carried = data => [...(data?.files ?? [])];
  addEventListener('change', event => {
    if (event.target.matches('.pick input')) { bring([...event.target.files]); event.target.value = ''; }
  });
  addEventListener('paste', event => {
    const files = carried(event.clipboardData);
    if (files.length && one('form[data-upload]')) { event.preventDefault(); bring(files); }
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) addEventListener(kind, event => {
    const drop = one('.drop:not([hidden])');
    if (!drop || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') bring(carried(event.dataTransfer));
  });
  // The question was drawn anew: what is still on its way, or failed, stays in sight.
  addEventListener('dressed', () => {
    if (!list?.children.length || list.isConnected) return;
    const place = one('.pieces');
    if (place) place.replaceWith(list); else one('#turn')?.append(list);
  });
  addEventListener('beforeunload', event => { if (moving) event.preventDefault(); });
}
