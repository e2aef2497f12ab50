// A run of the built desktop app from its first window to its end; what was seen is printed as one line of JSON for the test.
// Its own program, because it replaces the package `electron`. Arguments: the built program's folder, a new home, a film, and the
// resources folder when it is an installed app.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { DesktopBridge } from '../../../core/api/bridge.ts';
import type { ApiAnswer, ApiInput, ApiName, ApiOutput } from '../../../core/api.ts';
import { app, machine } from '../fakeElectron.ts';
import { launchTestChromium } from '../testChromium.ts';
import { complaints, opened, pageOf } from './chromiumPage.ts';
import { engines, startBuiltApp } from './startBuiltApp.ts';

declare const openstride: DesktopBridge;

const [out, home, film, resources = null] = process.argv.slice(2) as [string, string, string, string?];

/** A call that must succeed, made by the page. */
async function call<N extends ApiName>(page: Page, name: N, input: ApiInput<N>): Promise<ApiOutput<N>> {
  const asked = [name, input] as const;
  const answer = (await page.evaluate(
    ([to, what]) => openstride.call(to as 'app.about', what as null),
    asked,
  )) as ApiAnswer<ApiOutput<N>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value;
}

/** Waits for something that takes seconds, or a minute beside other tests. */
async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const began = performance.now();
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() - began > 180_000) throw new Error(`waited in vain: ${look}`);
    await wait(50);
  }
}

/** Listening TCP sockets of these processes (Linux); the kernel's own table, so that nothing can hide one. */
function listening(pids: readonly number[]): number {
  const table = ['tcp', 'tcp6'].flatMap((name) => readFileSync(`/proc/net/${name}`, 'utf8').split('\n').slice(1));
  const waiting = table.map((line) => line.trim().split(/\s+/)).filter((fields) => fields[3] === '0A');
  const inodes = new Set(waiting.map((fields) => `socket:[${fields[9]}]`));
  const open = pids.flatMap((pid) => {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).flatMap((fd) => {
      try {
        return [readlinkSync(path.join(folder, fd))];
      } catch {
        return []; // closed meanwhile
      }
    });
  });
  return open.filter((link) => inodes.has(link)).length;
}

async function lookAtPage(page: Page) {
  const closed = await page.evaluate(() => ({
    bridge: Object.keys(openstride).sort(),
    frozen: Object.isFrozen(openstride),
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    secure: isSecureContext,
  }));
  const tried = await page.evaluate(async () => {
    const outcome = (work: () => unknown) =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'done',
          () => 'refused',
        );
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>a preview</p>';
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
    // A frame has no bridge; even with ipc itself in its hands it is not heard.
    const inFrame = frame.contentWindow as unknown as {
      openstride?: unknown;
      emulatedInvoke(channel: string, args: unknown[]): Promise<{ error?: { code: string } }>;
    };
    const fromFrame = await inFrame.emulatedInvoke('openstride:call', ['clients.list', null]);
    const result = {
      fetch: await outcome(() => fetch('https://example.org/')),
      eval: await outcome(() => Reflect.get(globalThis, 'eval')('1')),
      frameBridge: typeof inFrame.openstride,
      frameCall: fromFrame.error?.code,
    };
    frame.remove();
    window.open('https://example.org/');
    location.href = 'https://example.org/';
    return result;
  });
  await until(async () => opened.length > 0);
  await wait(200);
  return { ...closed, ...tried, url: page.url() };
}

async function measureFilm(page: Page) {
  await call(page, 'settings.change', { fields: { model: 'full', workers: 2 } });
  const name = 'Anna Runner';
  const fields = { code: '', birthDate: '1990-02-28', sex: null, heightM: 1.7, massKg: 60, notes: '' } as const;
  const client = await call(page, 'clients.add', { name, ...fields });
  const visit = { date: '2026-03-01', purpose: 'baseline', footwear: '', speedMs: 3, inclinePct: 0, notes: '' };
  const session = await call(page, 'sessions.add', {
    ...visit,
    clientId: client.id,
    painBefore: 0,
    painAfter: 0,
  });
  const capture = { gait: 'auto', slowMotion: 1, speedMs: null, inclinePct: null, fromS: 0, toS: 2 } as const;
  const importing = await call(page, 'imports.add', { sessionId: session.id, file: film, capture });
  const over = await until(async () => {
    const one = (await call(page, 'imports.list', null)).find(({ id }) => id === importing.id);
    return one && one.state !== 'copying' && one;
  });
  const clipId = over.clipId ?? '';
  const running = await until(async () => engines.find(({ gone }) => !gone));
  const job = await until(async () => {
    const one = (await call(page, 'jobs.list', null)).find((each) => each.clipId === clipId);
    return one && ['done', 'failed'].includes(one.state) && one;
  });
  const pids = [process.pid, ...engines.flatMap(({ pid, gone }) => (pid && !gone ? [pid] : []))];
  const listeners = process.platform === 'linux' ? listening(pids) : 0;
  const trial = await call(page, 'trials.open', { clipId });
  const pose = await call(page, 'trials.pose', { clipId });
  const views = await call(page, 'clips.film', { clipId });
  return { job: job.state, trouble: job.trouble, trial, pose, views, listeners, engine: running.script, session };
}

async function playFilm(page: Page, filmPath: string) {
  return page.evaluate(async (address) => {
    const part = await fetch(address, { headers: { Range: 'bytes=4-7' } });
    const video = document.createElement('video');
    video.muted = true;
    video.src = address;
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    video.currentTime = video.duration / 2;
    await new Promise((resolve) => {
      video.onseeked = resolve;
    });
    return {
      range: [part.status, part.headers.get('content-range')?.split('/')[0], await part.text()],
      widthPx: video.videoWidth,
      seekedS: video.currentTime,
      durationS: video.duration,
    };
  }, filmPath);
}

app.once('fake-exit', (code: number) => {
  if (code === 0) return;
  const log = readFileSync(path.join(home, 'userData', 'mistakes.log'), 'utf8');
  process.stderr.write(`${JSON.stringify(machine.asked)}\n${log}\n`, () => process.exit(code));
});
const browser = await launchTestChromium();
const began = performance.now();
const contents = await startBuiltApp({ out, home, resources }, browser);
const page = pageOf(contents);
await page.locator('#app *').first().waitFor();
const startedMs = performance.now() - began;
const paintMs = await page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      const firstPaint = (entries: PerformanceEntryList) => resolve(entries[0].startTime);
      new PerformanceObserver((list) => firstPaint(list.getEntries())).observe({ type: 'paint', buffered: true });
    }),
);
const complaintsAtStart = [...complaints];
const looks = await lookAtPage(page);
await page.evaluate(() => {
  const heard: unknown[] = [];
  Object.assign(window, { heard });
  openstride.onCommand((command) => heard.push(command));
});
const file = machine.menu.find(({ label }) => label === '&File')?.submenu as { label?: string; click?: () => void }[];
file.find(({ label }) => label === 'New client')?.click?.();
const heard = await page.evaluate(() => Reflect.get(window, 'heard'));
const measured = await measureFilm(page);
const { trial, pose, views, session, ...job } = measured;
const played = await playFilm(page, views.filmPath);
await contents.load(contents.url);
await page.getByText('Anna Runner').first().waitFor();
const report = await call(page, 'reports.add', {
  sessionId: session.id,
  title: 'A report',
  resultIds: [],
  html: '<!doctype html><title>A report</title><style>@page { size: A4 }</style><p>Anna, 3 m/s, 12°</p>',
});
const printed = await call(page, 'reports.open', { reportId: report.id });
const seen = {
  startedMs: Math.round(startedMs),
  paintMs,
  complaintsAtStart,
  looks,
  opened,
  heard,
  job,
  gait: trial.result?.gait,
  posePoints: [pose.pose.xPx.constructor.name, pose.pose.xPx.length, pose.pose.xPx.some(Number.isNaN)],
  played,
  printed: Buffer.from(printed.content).subarray(0, 5).toString(),
};
const demo = await call(page, 'demo.add', null);
// A second job, so that the app ends while it works.
const again = { gait: 'auto', slowMotion: 1, speedMs: null, inclinePct: null, fromS: 1, toS: 4 } as const;
await call(page, 'imports.add', { sessionId: session.id, file: film, capture: again });
const left = await until(async () => (await call(page, 'jobs.list', null)).find(({ state }) => state === 'running'));
const ended = new Promise((resolve) => app.once('fake-exit', resolve));
app.quit();
const exitCode = await ended;
await until(async () => engines.every(({ gone }) => gone));
process.stdout.write(
  `${JSON.stringify({ ...seen, demo: demo.name, leftWhile: left.state, exitCode, log: complaints })}\n`,
);
await browser.close();
process.exit(0);
