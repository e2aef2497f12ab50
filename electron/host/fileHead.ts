// What goes before the bytes of a file: status and headers for the whole, a part, or nothing of it. Both hosts send these.
import path from 'node:path';
import { type ByteRange, parseRange } from './parseRange.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.pdf': 'application/pdf',
};

export interface FileHead {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes to send; null = none. */
  readonly part: ByteRange | null;
}

/**
 * @param range the `Range` header; undefined = none was sent
 * @param asDownload the browser keeps it under its own name and does not show it
 */
export function fileHead(
  file: string,
  sizeBytes: number,
  { range, asDownload = false }: { readonly range: string | undefined; readonly asDownload?: boolean },
): FileHead {
  const asked = parseRange(range, sizeBytes);
  const always = {
    'Accept-Ranges': 'bytes',
    ...(asDownload && { 'Content-Disposition': disposition(path.basename(file)) }),
  };
  if (asked === 'none')
    return { status: 416, headers: { ...always, 'Content-Range': `bytes */${sizeBytes}` }, part: null };
  const { first, last } = asked === 'whole' ? { first: 0, last: sizeBytes - 1 } : asked;
  const headers = {
    ...always,
    'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': String(last - first + 1),
    ...(asked !== 'whole' && { 'Content-Range': `bytes ${first}-${last}/${sizeBytes}` }),
  };
  return { status: asked === 'whole' ? 200 : 206, headers, part: sizeBytes > 0 ? { first, last } : null };
}

/** RFC 6266: the name in plain letters for old browsers, and as it is. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
