// The library behind the host on 127.0.0.1: calls as POST, news as server-sent events, films as PUT.
import { fromWire, toWire } from '../../core/api/wire.ts';
import { API_PATHS, type ApiAnswer, type ApiNews } from '../../core/api.ts';
import { ApiProblem, type Connection } from './connection.ts';

/** The host does not answer: OpenStride was closed. */
const GONE = {
  ok: false,
  error: {
    code: 'engine-mistake',
    message: 'OpenStride no longer answers. Start it again; everything that was saved is still there.',
  },
} as const;

/** Every call, the news and the films over HTTP, for this page alone. */
export function webConnection(): Connection {
  return {
    call: async (name, input) => {
      const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: toWire(input) };
      const response = await fetch(API_PATHS.call + name, request).catch(() => null);
      return response ? (fromWire(await response.text()) as never) : GONE;
    },
    onNews: (hear) => {
      const source = new EventSource(API_PATHS.news);
      source.onmessage = (event: MessageEvent<string>) => hear(fromWire(event.data) as ApiNews);
      return () => source.close();
    },
    handOver: sendFilm,
  };
}

/** XMLHttpRequest, because fetch tells no progress of what is sent. */
function sendFilm(film: File, onProgress: (done: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', API_PATHS.films + encodeURIComponent(film.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = fromWire(request.responseText) as ApiAnswer<{ readonly file: string }>;
      if (answer.ok) resolve(answer.value.file);
      else reject(new ApiProblem(answer.error));
    };
    request.onerror = () => reject(new ApiProblem(GONE.error));
    request.onabort = () => reject(new ApiProblem({ code: 'cancelled', message: 'Stopped.' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(film);
  });
}
