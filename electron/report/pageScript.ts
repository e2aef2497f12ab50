// The one script of a report, and its name for policies that let this script run and no other.
import { createHash } from 'node:crypto';

/**
 * Runs inside the page; `window.reportReady` is a promise of it being ready to print. It loads every cut of the typeface (merely
 * waiting would end before the first of them is asked for), shrinks a page's content that would not
 * fit, widens each crop to the shape of its frame, and cuts the picture to it, so that the rest of the film's picture is not in
 * the document. 900 px across is 500 dpi at the printed size; colours are muted so that the skeleton stands out.
 */
export const PAGE_SCRIPT = `
function fit(main) {
  const rows = Array.from(main.querySelectorAll('.moments'));
  const over = (box, spare) => box.scrollHeight > box.clientHeight + spare;
  const tooTall = () => over(main, 1) || rows.some((row) => over(row, 2));
  for (let zoom = 0.97; zoom > 0.5 && tooTall(); zoom -= 0.03) {
    main.style.zoom = zoom;
    main.dataset.zoom = zoom.toFixed(2);
  }
}
function grow(from, size, wanted, limit) {
  const to = Math.min(Math.max(size, wanted), limit);
  return [Math.max(0, Math.min(from - (to - size) / 2, limit - to)), to];
}
function widen([x, y, width, height], frame) {
  const [pictureWidth, pictureHeight] = frame.dataset.of.split(' ').map(Number);
  const shape = frame.clientWidth / Math.max(1, frame.clientHeight);
  if (width / height < shape) {
    const [left, wide] = grow(x, width, height * shape, pictureWidth);
    return [left, y, wide, height];
  }
  const [top, high] = grow(y, height, width / shape, pictureHeight);
  const narrow = Math.max(Math.min(width, high * shape), width * 0.88);
  return [x + (width - narrow) / 2, top, narrow, high];
}
async function cut(picture) {
  const box = widen(picture.dataset.crop.split(' ').map(Number), picture);
  picture.querySelector('svg').setAttribute('viewBox', box.join(' '));
  const img = picture.querySelector('img');
  if (!img) return;
  try {
    await img.decode();
    const scale = img.naturalWidth / Number(picture.dataset.of.split(' ')[0]);
    const [x, y, width, height] = box.map((side) => side * scale);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(Math.min(width, 900)));
    canvas.height = Math.max(1, Math.round(canvas.width * height / width));
    const context = canvas.getContext('2d');
    context.filter = 'saturate(.62) contrast(.94) brightness(1.06)';
    context.imageSmoothingQuality = 'high';
    context.drawImage(img, x, y, width, height, 0, 0, canvas.width, canvas.height);
    img.src = canvas.toDataURL('image/jpeg', 0.86);
    await img.decode();
  } catch {
    img.remove();
  }
}
window.reportReady = (async () => {
  await Promise.all(Array.from(document.fonts, (face) => face.load()));
  document.querySelectorAll('main').forEach(fit);
  await Promise.all(Array.from(document.querySelectorAll('[data-crop]'), cut));
})();
`;

/** For the `script-src` of a policy. */
export const PAGE_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(PAGE_SCRIPT).digest('base64')}'`;
