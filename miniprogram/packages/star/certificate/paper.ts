/** What of a canvas context is used: both WeChat's and a browser's have it. */
export interface Context {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
  stroke(): void;
}

export interface PaperCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): Context;
}

export const SERIF = '"Songti SC", "Noto Serif CJK SC", "PingFang SC", serif';
export const SANS = '"PingFang SC", sans-serif';

const RAYS = 24;

/** A star in a ring with rays, every third of them short. */
export function star(context: Context, x: number, y: number, scale: number, colour: string): void {
  const at = (radius: number, turn: number) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return [x + Math.cos(angle) * radius * scale, y + Math.sin(angle) * radius * scale] as const;
  };
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  for (let ray = 0; ray < RAYS; ray += 1) {
    const isLong = ray % 2 === 0;
    context.moveTo(...at(isLong ? 160 : 168, ray / RAYS));
    context.lineTo(...at(isLong ? 204 : 186, ray / RAYS));
  }
  context.stroke();
  context.beginPath();
  context.arc(x, y, 140 * scale, 0, 2 * Math.PI);
  context.stroke();
  context.lineWidth = 4;
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const place = at(point % 2 === 0 ? 104 : 41.6, point / 10);
    if (point === 0) context.moveTo(...place);
    else context.lineTo(...place);
  }
  context.closePath();
  context.stroke();
}

/** What has no room is not hidden: the last line says that there is more. */
export function cited(
  words: string,
  { ems, most }: { readonly ems: number; readonly most: number },
): readonly string[] {
  const lines = linesOf(words.replaceAll('\n', ''), ems);
  const [shown, last] = [lines.slice(0, most), lines[most - 1] ?? ''];
  return lines.length <= most ? lines : [...shown.slice(0, -1), `${last.slice(0, -1)}…`];
}

/** Neither is a line begun with what closes, nor ended with what opens. */
const CLOSING = '，。、；：？！…—）》〉」』】”’,.;:?!)]}%％℃';
const OPENING = '（《〈「『【“‘([{';

/** Letters taken to the next line, so that no mark stands alone; of more marks than these in a row some do. */
const MOST_TAKEN = 4;

/** Broken where it would run over the width; the same on every phone, whatever its fonts. */
function linesOf(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line: readonly string[] = [];
  for (const letter of words) {
    if (widthOf([...line, letter]) > most) {
      const taken = takenOver(line, letter);
      lines.push(line.slice(0, line.length - taken).join(''));
      line = line.slice(line.length - taken);
    }
    line = [...line, letter];
  }
  return line.length === 0 ? lines : [...lines, line.join('')];
}

/** How many letters at the end of a full line begin the next one with `letter`. */
function takenOver(line: readonly string[], letter: string): number {
  const most = Math.min(MOST_TAKEN, line.length - 1);
  for (let taken = 0; taken <= most; taken += 1) {
    const first = taken === 0 ? letter : (line[line.length - taken] ?? '');
    const last = line[line.length - taken - 1] ?? '';
    if (!CLOSING.includes(first) && !OPENING.includes(last)) return taken;
  }
  return 0;
}

const widthOf = (letters: readonly string[]): number =>
  letters.reduce((sum, letter) => sum + emsOf(letter), 0);

/** How high the letters of one line are, `most` where there is room for them. */
export const sizeFor = (words: string, most: number, room: number): number =>
  Math.min(most, Math.floor(room / Math.max(1, widthOf(Array.from(words)))));

/** Letters of Chinese are as wide as the font is high; others are taken for a little more than half of it. */
const emsOf = (letter: string): number => (letter > '\u2e7f' ? 1 : 0.6);
