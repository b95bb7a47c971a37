import { cited, SANS, SERIF, sizeFor, star, type Context, type PaperCanvas } from './paper';

export interface Certificate {
  readonly mark: string;
  readonly caption: string;
  readonly name: string;
  readonly place: string;
  readonly deed: string;
  readonly issuer: string;
  readonly day: string;
  readonly number: string;
}

export const CERTIFICATE = { width: 1080, height: 1365 } as const;

const PAPER = '#fbf8f1';
const GOLD = '#a8791a';
const GOLD_INK = '#7f5a0c';
const INK = '#1c1d20';
const INK_2 = '#55585f';
const BRAND = '#b8232a';
const CENTER = CERTIFICATE.width / 2;
const NAME = { size: 132, room: 860 } as const;
const CITE = { top: 985, line: 66, size: 38, ems: 20, most: 3 } as const;

/** The same on every phone, in light and dark: paper is paper. */
export function drawCertificate(canvas: PaperCanvas, certificate: Certificate): void {
  canvas.width = CERTIFICATE.width;
  canvas.height = CERTIFICATE.height;
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, CERTIFICATE.width, CERTIFICATE.height);
  frame(context);
  star(context, CENTER, 345, 0.79, GOLD);
  const centered = (words: string, y: number, font: string, colour: string) => {
    context.textAlign = 'center';
    context.font = font;
    context.fillStyle = colour;
    context.fillText(words, CENTER, y);
  };
  centered(certificate.mark, 150, `600 34px ${SANS}`, BRAND);
  centered(certificate.caption, 605, `38px ${SANS}`, GOLD_INK);
  const size = sizeFor(certificate.name, NAME.size, NAME.room);
  centered(certificate.name, 765, `700 ${size}px ${SERIF}`, INK);
  centered(certificate.place, 840, `34px ${SANS}`, INK_2);
  context.fillStyle = GOLD;
  context.fillRect(CENTER - 48, 890, 96, 3);
  cited(certificate.deed, CITE).forEach((line, index) => {
    centered(line, CITE.top + index * CITE.line, `${CITE.size}px ${SERIF}`, INK);
  });
  foot(context, certificate);
}

function frame(context: Context): void {
  const { width, height } = CERTIFICATE;
  context.strokeStyle = GOLD;
  context.lineWidth = 3;
  context.strokeRect(48, 48, width - 96, height - 96);
  context.lineWidth = 1;
  context.strokeRect(63, 63, width - 126, height - 126);
}

function foot(context: Context, { issuer, day, number }: Certificate): void {
  context.textAlign = 'left';
  context.fillStyle = INK;
  context.font = `600 30px ${SANS}`;
  context.fillText(issuer, 148, 1210);
  context.fillStyle = INK_2;
  context.font = `28px ${SANS}`;
  context.fillText(day, 148, 1254);
  context.textAlign = 'right';
  context.fillText(number, CERTIFICATE.width - 148, 1254);
}
