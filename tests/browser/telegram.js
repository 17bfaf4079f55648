// As much of Telegram's Bot API as one person in a private chat needs.
import { createServer } from 'node:http';

export class Telegram {
  static async open() {
    const telegram = new Telegram();
    telegram.updates = [];
    telegram.said = [];
    telegram.server = createServer((request, answer) => {
      const parts = [];
      request.on('data', part => parts.push(part));
      request.on('end', () => telegram.answer(request.url, Buffer.concat(parts).toString(), answer));
    });
    await new Promise(open => telegram.server.listen(0, '127.0.0.1', open));
    telegram.url = `http://127.0.0.1:${telegram.server.address().port}`;
    return telegram;
  }

  answer(url, body, answer) {
    const method = url.split('?')[0].split('/').at(-1).toLowerCase();
    const asked = body.startsWith('{') ? JSON.parse(body) : {};
    const say = result => { answer.setHeader('Content-Type', 'application/json'); answer.end(JSON.stringify({ ok: true, result })); };
    const bot = { id: 123456, is_bot: true, first_name: 'Counter', username: 'counter_bot', can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
    if (method === 'getme') return say(bot);
    if (method === 'getupdates') {
      this.updates = this.updates.filter(update => update.update_id >= (asked.offset ?? 0));
      const wait = this.updates.length || this.closed ? 0 : 200;
      return setTimeout(() => say(this.updates), wait);
    }
    if (/^(send|edit)/.test(method)) {
      const id = asked.message_id ?? ++this.last;
      this.said.push(asked.text ?? asked.caption ?? '');
      return say({ message_id: id, date: Math.floor(Date.now() / 1000), chat: { id: asked.chat_id, type: 'private', first_name: 'x' }, from: bot, text: asked.text ?? '' });
    }
    return say(true);
  }

  last = 1000;

  /** Somebody writes; answers when the counter has answered. */
  async says(text) {
    const before = this.said.length;
    const number = ++this.last;
    this.updates.push({ update_id: number, message: { message_id: number, date: Math.floor(Date.now() / 1000), chat: { id: 77, type: 'private', first_name: 'x' }, from: { id: 77, is_bot: false, first_name: 'x', language_code: 'zh-hans' }, text } });
    for (let looks = 0; this.said.length === before; looks++) {
      if (looks > 300) throw new Error(`no answer to ${text}: ${this.said.slice(-3).join('\n--\n')}`);
      await new Promise(done => setTimeout(done, 50));
    }
  }

  close() {
    this.closed = true;
    this.server.closeAllConnections();
    this.server.close();
  }
}
