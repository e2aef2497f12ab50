// Tells every open page what happens, as server-sent events.
import type { ServerResponse } from 'node:http';
import type { ApiNews } from '../../core/api.ts';

/** Proxies and sleeping laptops drop a connection that is silent for long, ms. */
const HEARTBEAT_MS = 15_000;
/** A page that does not read its news is let go of; its browser connects again. bytes */
const MOST_UNREAD = 1 << 20;

/** The pages that listen. */
export class NewsStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #beat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS).unref();

  /** Keeps the answer open and sends what comes. @param first what the page must know to begin with */
  join(response: ServerResponse, first: readonly ApiNews[]): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.write(`retry: 1000\n\n${first.map(asEvent).join('')}`);
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  tell(news: ApiNews): void {
    this.#write(asEvent(news));
  }

  close(): void {
    clearInterval(this.#beat);
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  #write(text: string): void {
    for (const page of this.#pages) {
      if (page.writableLength > MOST_UNREAD) page.destroy();
      else page.write(text);
    }
  }
}

/** JSON has no line breaks of its own, so that one `data:` line holds it. */
function asEvent(news: ApiNews): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
