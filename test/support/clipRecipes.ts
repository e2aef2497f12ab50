// The films of the real world, good ones and bad ones, as data: what ffmpeg is told and what is then done to the bytes.

/** How to make one kind of film: a file name, ffmpeg's arguments around the fixture, and what is then done to the bytes. */
export interface Recipe {
  readonly name: string;
  /** In place of the fixture. */
  readonly input?: readonly string[];
  /** Filters after scaling. */
  readonly filter?: string;
  readonly output?: readonly string[];
  /** Written into the file as the turn that makes it upright, clockwise, in a second pass that copies the packets. */
  readonly turnDeg?: number;
  /** The fixture again and again; no picture is touched. */
  readonly repeat?: true;
  readonly spoil?: (bytes: Buffer) => Buffer;
  /** Written as it is, without ffmpeg. */
  readonly bytes?: string;
  /** Not shortened to durationS. */
  readonly whole?: true;
  readonly folder?: true;
  readonly missing?: true;
}

const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-bf', '2', '-g', '30', '-pix_fmt', 'yuv420p'];
const INDEX_FIRST = ['-movflags', '+faststart'];
export const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4'];

/** A file cut off after this share of its bytes, as when copying was interrupted. */
const KEPT_WHEN_CUT = 0.6;

export const RECIPES = {
  /** As most phones film: H.264 with B-frames in mp4. */
  plain: { name: 'plain.mp4', output: H264 },
  /** Stored lying, with a tag that says how to turn it (clockwise, in degrees). */
  rotated90: { name: 'rotated90.mp4', filter: 'transpose=cclock', output: H264, turnDeg: 90 },
  rotated180: { name: 'rotated180.mp4', filter: 'hflip,vflip', output: H264, turnDeg: 180 },
  rotated270: { name: 'rotated270.mp4', filter: 'transpose=clock', output: H264, turnDeg: 270 },
  /** Every seventh frame missing and the rest unevenly spaced, on a fine clock. */
  variableRate: {
    name: 'variable rate.mp4',
    filter: "select='not(eq(mod(n,7),3))',settb=1/90000,setpts='PTS+mod(N,5)*230'",
    output: [...H264, '-vsync', '0', '-enc_time_base', '1:90000', '-video_track_timescale', '90000'],
  },
  hevc: {
    name: 'hevc.mov',
    output: ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=1:bframes=3', '-tag:v', 'hvc1'],
  },
  tenBit: { name: 'ten bit.mov', output: ['-c:v', 'prores_ks', '-profile:v', '0'] },
  /** Both sides odd. */
  oddSize: { name: 'odd.mp4', filter: 'scale=721:405,setsar=1', output: [...H264, '-pix_fmt', 'yuv444p'] },
  /** Pixels a third wider than high: stored 480 × 360 for a picture of 640 × 360. */
  anamorphic: { name: 'anamorphic.mp4', filter: 'scale=480:360,setsar=4/3', output: H264 },
  /** Starts between two key frames, by an edit list. */
  editList: {
    name: 'edit list.mp4',
    filter: 'setpts=PTS-round(0.7/TB)',
    output: [...H264, '-vsync', '0', '-avoid_negative_ts', 'disabled'],
  },
  /** The picture begins five seconds into the file. */
  lateStart: { name: 'late start.mkv', output: [...H264, '-output_ts_offset', '5'] },
  /** 240 frames/s in a file that plays 30, as Android writes it. */
  slowMotionTag: {
    name: 'slow motion.mp4',
    filter: 'setpts=2*PTS',
    output: [...H264, '-r', '30', '-movflags', 'use_metadata_tags', '-metadata', 'com.android.capture.fps=240.000000'],
  },
  interlaced: { name: 'interlaced.mp4', filter: 'interlace', output: [...H264, '-flags', '+ildct+ilme'] },
  matroska: { name: 'matroska.mkv', output: H264 },
  webm: { name: 'web.webm', output: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '800k'] },
  /** With frames that are stored and never shown. */
  vp8: {
    name: 'hidden frames.webm',
    output: [
      '-c:v',
      'libvpx',
      '-b:v',
      '600k',
      '-auto-alt-ref',
      '1',
      '-lag-in-frames',
      '16',
      '-arnr-maxframes',
      '5',
      '-cpu-used',
      '5',
    ],
  },
  avi: { name: 'old.avi', output: ['-c:v', 'mpeg4', '-bf', '2', '-q:v', '4'] },
  transportStream: { name: 'stream.ts', output: H264 },
  /** Sound that goes on after the picture. */
  longSound: {
    name: 'long sound.mp4',
    whole: true,
    filter: 'trim=duration=2',
    input: ['FIXTURE', ...TONE],
    output: [...H264, '-c:a', 'aac', '-map', '0:v', '-map', '1:a'],
  },
  twoFrames: { name: 'two frames.mp4', output: [...H264, '-frames:v', '2'] },
  audioOnly: { name: 'sound.mp4', input: TONE, output: ['-c:a', 'aac'] },
  /** Sound with a picture on the cover. */
  coverArt: {
    name: 'cover.mp4',
    input: ['FIXTURE', ...TONE],
    output: [
      '-map',
      '1:a',
      '-map',
      '0:v',
      '-c:a',
      'aac',
      '-c:v',
      'mjpeg',
      '-frames:v',
      '1',
      '-disposition:v',
      'attached_pic',
    ],
  },
  /** Index at the front, the last 40 % of the bytes missing. */
  truncated: { name: 'truncated.mp4', output: [...H264, ...INDEX_FIRST], spoil: cutOff },
  /** Index at the end, and so lost. */
  truncatedIndex: { name: 'truncated index.mp4', output: H264, spoil: cutOff },
  truncatedMatroska: { name: 'truncated.mkv', output: H264, spoil: cutOff },
  /** The codec's name replaced by one that nobody knows. */
  unknownCodec: { name: 'unknown codec.mp4', output: H264, spoil: renameCodec },
  /** Complete, with a stretch of rubbish in the middle. */
  damaged: { name: 'damaged.mp4', output: [...H264, ...INDEX_FIRST], spoil: scribble },
  /** As long as durationS says, by repeating the fixture's packets. */
  repeated: { name: 'repeated.mp4', repeat: true, output: ['-c', 'copy'] },
  /** A test card: moves, but nobody is in it. */
  noPerson: { name: 'no person.mp4', input: ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=60'], output: H264 },
  /** The lowest third of the picture is missing. */
  feetCutOff: { name: 'feet cut off.mp4', filter: 'crop=iw:2*trunc(ih/3):0:0', output: H264 },
  textFile: { name: 'text.mp4', bytes: 'Dear colleague, please find the film attached.\n'.repeat(40) },
  playlist: { name: 'playlist.mp4', bytes: '#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/film.ts\n#EXT-X-ENDLIST\n' },
  empty: { name: 'empty.mp4', bytes: '' },
  folder: { name: 'folder.mp4', folder: true },
  missing: { name: 'missing.mp4', missing: true },
} as const satisfies Readonly<Record<string, Recipe>>;

export type ClipKind = keyof typeof RECIPES;

function cutOff(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * KEPT_WHEN_CUT));
}

function renameCodec(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('avc1', 'zzz9').replaceAll('avcC', 'zzzC'), 'latin1');
}

function scribble(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  for (let i = 0; i < bytes.length / 20; i++) spoilt[middle + i] = (i * 73) & 255;
  return spoilt;
}
