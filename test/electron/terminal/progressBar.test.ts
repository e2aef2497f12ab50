// Progress at a terminal and in a log.
import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../../electron/terminal/progressBar.ts';

function sink(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) };
}

describe('the progress bar', () => {
  it('draws stage, percent and time left on one line of a terminal', () => {
    const out = sink(true);
    let now = 0;
    const bar = new ProgressBar(out, 'a.mp4', () => now);
    bar.update('finding the runner', 0.25);
    now = 10_000;
    bar.update('finding the runner', 0.5);
    expect(out.written.at(-1)).toContain(' 50 %  finding the runner, 10 s left');
    expect(out.written.every((t) => t.startsWith('\r') && !t.includes('\n'))).toBe(true);
    bar.end();
    expect(out.written.at(-1)).toBe('\r\u001b[K');
  });

  it('redraws at most ten times a second', () => {
    const out = sink(true);
    let now = 0;
    const bar = new ProgressBar(out, 'a.mp4', () => now);
    for (; now < 1000; now++) bar.update('finding the runner', now / 1000);
    expect(out.written.length).toBeLessThanOrEqual(11);
  });

  it('writes a plain line at each tenth and each stage where there is no terminal', () => {
    const out = sink(false);
    const bar = new ProgressBar(out, 'a.mp4', () => 0);
    for (let percent = 0; percent <= 50; percent++) bar.update('finding the runner', percent / 100);
    bar.update('measuring', 0.55);
    expect(out.written).toHaveLength(7);
    expect(out.written.at(-1)).toContain('a.mp4:  55 % measuring');
    expect(out.written.every((t) => t.endsWith('\n') && !t.includes('\u001b'))).toBe(true);
  });

  it('never draws wider than the terminal', () => {
    const out = { ...sink(true), columns: 30 };
    new ProgressBar(out, 'a very long name of a film.mp4', () => 0).update('finding the runner', 0.5);
    expect(out.written[0].replace('\r\u001b[K', '').length).toBeLessThan(30);
  });
});
