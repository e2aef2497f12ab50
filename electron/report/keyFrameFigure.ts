// One picture of the stride: the film cropped around the body, the skeleton drawn over it, and what it shows below.

import type { CropBox, KeyFrame } from '../../core/report/keyFrames.ts';
import type { BodyLine } from '../../core/report/skeletonLines.ts';
import type { Side } from '../../core/types.ts';
import { type Html, html } from './html.ts';

/** A JPEG of one whole source frame, of any size; the report shows the part around the body only. */
export type FramePictures = ReadonlyMap<number, Uint8Array>;

/** Widths of the lines on a body 100 units high. */
const WIDTH = { shown: 1.5, other: 0.7, casing: 0.9 };

/** Of the upright source picture, px, to which all coordinates of a figure belong. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A figure for one moment; without a picture it says why there is none. */
export function keyFrameFigure(
  picture: KeyFrame,
  side: Side,
  pictures: FramePictures,
  { widthPx, heightPx }: PictureSize,
  noPicture: string,
): Html {
  const jpeg = picture.frame === null ? undefined : pictures.get(picture.frame);
  const { crop } = picture;
  return html`<figure class="moment">
    ${
      crop === null
        ? html`<div class="picture"><p class="no-picture">${picture.missing ?? noPicture}</p></div>`
        : html`<div class="picture" data-crop="${boxNumbers(crop)}" data-of="${widthPx} ${heightPx}">
            ${jpeg && html`<img alt="" src="${dataUri(jpeg)}">`}${skeletonSvg(picture, crop, side)}
            ${!jpeg && html`<p class="no-picture low">${noPicture}</p>`}</div>`
    }
    <figcaption><b>${picture.label}</b>${picture.knee && html`<span>${picture.knee}</span>`}<small>${picture.moment}</small></figcaption>
  </figure>`;
}

const boxNumbers = ({ x, y, width, height }: CropBox): string => [x, y, width, height].map(tenth).join(' ');

const dataUri = (jpeg: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString('base64')}`;

function skeletonSvg(picture: KeyFrame, crop: CropBox, side: Side): Html {
  const unit = crop.height / 100;
  const isShown = (line: BodyLine) => line.side === side && (line.part === 'leg' || line.part === 'foot');
  const ordered = [...picture.lines].sort((a, b) => Number(isShown(a)) - Number(isShown(b)));
  return html`<svg viewBox="${boxNumbers(crop)}" preserveAspectRatio="xMidYMid meet" role="img" aria-label="${picture.alt}">
    ${ordered.map((line) => bodyLine(line, isShown(line), unit))}
    ${ordered.filter(isShown).map((line) => line.part === 'leg' && joints(line, unit))}
  </svg>`;
}

function bodyLine(line: BodyLine, shown: boolean, unit: number): Html {
  const width = (shown ? WIDTH.shown : WIDTH.other) * unit;
  const path = line.points.map((p, i) => `${i === 0 ? 'M' : 'L'}${tenth(p.x)} ${tenth(p.y)}`).join('');
  const style = shown ? `limb ${line.side}` : line.side === null ? 'limb trunk' : `limb other ${line.side}`;
  // A dash as long as three widths keeps the right leg legible at print size.
  const dash = shown && line.side === 'right' ? `${tenth(width * 2.6)} ${tenth(width * 1.5)}` : null;
  return html`<path class="casing" d="${path}" stroke-width="${tenth(width + WIDTH.casing * unit)}"/>
    <path class="${style}" d="${path}" stroke-width="${tenth(width)}"${dash !== null && html` stroke-dasharray="${dash}"`}/>`;
}

function joints(line: BodyLine, unit: number): Html {
  const dots = line.points.map(
    (p) =>
      html`<circle class="joint ${line.side}" cx="${tenth(p.x)}" cy="${tenth(p.y)}" r="${tenth(1.3 * unit)}" stroke-width="${tenth(0.8 * unit)}"/>`,
  );
  return html`${dots}`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
