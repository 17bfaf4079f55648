// As much of Telegram's Bot API as one person in a private chat and a clerk in a group with topics need.
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
    if (method === 'createforumtopic') return say({ message_thread_id: ++this.last, name: asked.name, icon_color: 0 });
    if (method === 'getupdates') {
      this.updates = this.updates.filter(update => update.update_id >= (asked.offset ?? 0));
      // Held open until something comes, as Telegram does.
      const until = Date.now() + 200;
      const look = () => this.updates.length || this.closed || Date.now() > until ? say(this.updates) : setTimeout(look, 5);
      return look();
    }
    if (/^(send|edit)/.test(method)) {
      const id = asked.message_id ?? ++this.last;
      const text = asked.text ?? asked.caption ?? '';
      this.said.push(text);
      if (asked.message_thread_id) this.topics.push({ thread: asked.message_thread_id, text, at: Date.now() });
      return say({ message_id: id, message_thread_id: asked.message_thread_id, date: Math.floor(Date.now() / 1000), chat: { id: asked.chat_id, type: asked.chat_id < 0 ? 'supergroup' : 'private', first_name: 'x' }, from: bot, text: asked.text ?? '' });
    }
    return say(true);
  }

  last = 1000;
  /** What was written into topics. */
  topics = [];

  /** A clerk writes into a topic. */
  writes(text, { group, thread, clerk }) {
    const number = ++this.last;
    this.updates.push({ update_id: number, message: { message_id: number, message_thread_id: thread, is_topic_message: true, date: Math.floor(Date.now() / 1000), chat: { id: group, type: 'supergroup', title: 'Service desk', is_forum: true }, from: { id: clerk, is_bot: false, first_name: 'Li', language_code: 'en' }, text } });
  }

  /** Waits for words in a topic; where and when they were written. */
  async inTopic(words) {
    for (let looks = 0; looks < 1000; looks++) {
      const found = this.topics.find(said => said.text.includes(words));
      if (found) return found;
      await new Promise(done => setTimeout(done, 10));
    }
    throw new Error(`no topic says ${words}: ${this.topics.map(said => said.text).slice(-4).join('\n--\n')}`);
  }

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
