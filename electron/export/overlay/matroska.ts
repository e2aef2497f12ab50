// Wraps raw pictures for ffmpeg so that each carries its own time: a Matroska stream of one uncompressed track.
//
// A bare pipe of pictures has a constant rate; films from phones do not. Source: RFC 8794 (EBML), RFC 9559 (Matroska).

/** Ticks of the stream, 1 per microsecond. */
const TICKS_PER_S = 1_000_000;
const NS_PER_TICK = 1_000_000_000 / TICKS_PER_S;

/**
 * What stands before the first picture.
 * @param rateHz usual rate, from which ffmpeg takes how long the last picture lasts
 */
export function streamHead(widthPx: number, heightPx: number, rateHz: number): Uint8Array {
  const ebml = element(0x1a45dfa3, [
    element(0x4282, text('matroska')), // DocType
    element(0x4287, number(4)), // DocTypeVersion
    element(0x4285, number(2)), // DocTypeReadVersion
  ]);
  const info = element(0x1549a966, [
    element(0x2ad7b1, number(NS_PER_TICK)), // TimestampScale
    element(0x4d80, text('OpenStride')), // MuxingApp
    element(0x5741, text('OpenStride')), // WritingApp
  ]);
  const video = element(0xe0, [
    element(0xb0, number(widthPx)),
    element(0xba, number(heightPx)),
    element(0x2eb524, Uint8Array.of(0x52, 0x47, 0x42, 24)), // UncompressedFourCC: 'RGB' and 24 bits
  ]);
  const track = element(0xae, [
    element(0xd7, number(1)), // TrackNumber
    element(0x73c5, number(1)), // TrackUID
    element(0x83, number(1)), // TrackType: video
    element(0x9c, number(0)), // FlagLacing
    element(0x23e383, number(Math.round(1e9 / rateHz))), // DefaultDuration, ns
    element(0x86, text('V_UNCOMPRESSED')), // CodecID
    video,
  ]);
  // The segment's length is not known while it is written: all ones.
  const segment = Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
  return Buffer.concat([ebml, segment, info, element(0x1654ae6b, [track])]);
}

/**
 * What stands before each picture; the picture's bytes follow as they are.
 * @param timeS, durationS of the picture, s
 */
export function pictureHead(timeS: number, durationS: number, pictureBytes: number): Uint8Array {
  const timestamp = element(0xe7, number(Math.round(timeS * TICKS_PER_S)));
  const duration = element(0x9b, number(Math.max(1, Math.round(durationS * TICKS_PER_S))));
  const block = Uint8Array.of(0x81, 0, 0, 0); // track 1, at the cluster's own time, no flags
  const blockHead = Buffer.concat([id(0xa1), size(block.length + pictureBytes), block]);
  const group = Buffer.concat([id(0xa0), size(duration.length + blockHead.length + pictureBytes), duration, blockHead]);
  const cluster = size(timestamp.length + group.length + pictureBytes);
  return Buffer.concat([id(0x1f43b675), cluster, timestamp, group]);
}

function element(name: number, content: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const body = content instanceof Uint8Array ? content : Buffer.concat(content);
  return Buffer.concat([id(name), size(body.length), body]);
}

/** An element's name: as many bytes as it has. */
function id(name: number): Uint8Array {
  const bytes = name > 0xffffff ? 4 : name > 0xffff ? 3 : name > 0xff ? 2 : 1;
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(name, 0, bytes);
  return buffer;
}

/** A length in eight bytes, the first of which says so. */
function size(length: number): Uint8Array {
  const buffer = Buffer.alloc(8);
  buffer.writeUIntBE(length, 2, 6);
  buffer[0] = 0x01;
  return buffer;
}

function number(value: number): Uint8Array {
  const buffer = Buffer.alloc(6);
  buffer.writeUIntBE(value, 0, 6);
  return buffer;
}

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
