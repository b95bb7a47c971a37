const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

export interface Cut {
  /** At the end of what was cut; '' in fields whose type forbids it. */
  readonly mark?: '…' | '' | undefined;
  /** What carries the meaning after the text, as a count or a verb: it stays whole. */
  readonly end?: string | undefined;
}

/**
 * The text and its end in at most `most` code points. A cut falls between words, so that no number,
 * name of a place or emoji loses a part; only a word longer than half the room is cut itself.
 * docs/rules.md#R-57
 */
export function cutWords(text: string, most: number, { mark = '…', end = '' }: Cut = {}): string {
  if (lengthOf(text + end) <= most) return text + end;
  const room = most - lengthOf(mark + end);
  if (room <= 0) return cutWords(end, most, { mark });
  const atWord = wholeFigures(partsWithin(words, text, room), text);
  const kept = lengthOf(atWord) * 2 >= room ? atWord : partsWithin(graphemes, text, room);
  return kept.replace(/[\s，、；：。（《“—–-]+$/u, '') + mark + end;
}

/** What a time, a day or a number consists of: '3月17日', '13:45–14:30', '2.5'. */
const FIGURE_ENDS = /[\w:.–-]+$/u;
const FIGURE_GOES_ON = /^[\w:.–月日年点-]/u;

/** Without a figure that goes on after the cut. */
function wholeFigures(kept: string, text: string): string {
  return FIGURE_GOES_ON.test(text.slice(kept.length)) ? kept.replace(FIGURE_ENDS, '') : kept;
}

function partsWithin(segmenter: Intl.Segmenter, text: string, most: number): string {
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (lengthOf(kept + segment) > most) break;
    kept += segment;
  }
  return kept;
}

const lengthOf = (text: string): number => Array.from(text).length;
