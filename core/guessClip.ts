// Guesses from a film's name what the clinician would otherwise pick: the side it shows, and whether the runner was fresh or tired.
import type { Clip } from './records/records.ts';

/** What a name says; `auto` and null where it says nothing, or two things at once. */
export interface ClipGuess {
  readonly view: Clip['view'];
  readonly condition: Clip['condition'];
}

/** Whole words only, without accents, in the languages that films here are named in: English, German, French, Spanish, Italian, Dutch. */
const VIEW_WORDS = {
  left: 'left l links linke linker sx gauche g izquierda izquierdo izq sinistra sinistro',
  right: 'right r rechts rechte rechter dx droite d derecha derecho der destra destro',
  posterior:
    'posterior behind back rear hinten dorsal ruckseite arriere derriere dos atras detras espalda dietro retro achter achterkant',
} as const;

const CONDITION_WORDS = {
  tired:
    'tired fatigue fatigued exhausted mude muede ermudet ermuedet fatiguee cansado cansada stanco stanca moe vermoeid',
  fresh: 'fresh rested frisch ausgeruht erholt frais fraiche repose fresco fresca riposato fris uitgerust',
} as const;

/**
 * Reads a film's name, for example `Anna left tired.mp4` or `K17_links_müde.mov`.
 * @param fileName with or without its folder and ending
 */
export function guessClip(fileName: string): ClipGuess {
  const words = wordsOf(fileName);
  return {
    view: onlyOne(VIEW_WORDS, words) ?? 'auto',
    condition: onlyOne(CONDITION_WORDS, words),
  };
}

/** `IMG_0012LeftTired.MOV` → img, left, tired: numbers, signs and a new capital begin a new word. */
function wordsOf(fileName: string): Set<string> {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return new Set(plain(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).match(/[a-z]+/g) ?? []);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The one kind of which a word is there; two kinds are no guess. */
function onlyOne<K extends string>(kinds: Readonly<Record<K, string>>, words: ReadonlySet<string>): K | null {
  const found = (Object.keys(kinds) as K[]).filter((kind) =>
    kinds[kind].split(' ').some((word) => words.has(plain(word))),
  );
  return found.length === 1 ? found[0]! : null;
}
