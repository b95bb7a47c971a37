import type { Certificate } from './draw-certificate';
import { cited, SANS, SERIF, sizeFor, star, type PaperCanvas } from './paper';

/** No side above 1365: larger canvases fail on phones (platform 8.9). */
export const POSTER = { width: 768, height: 1365 } as const;

/** What the places below are measured in. */
const PLAN = { width: 1080, height: 1920 } as const;

const GROUND = '#b8232a';
const GOLD = '#f3d9a0';
const WHITE = '#ffffff';
const LEFT = 120;
const DEED = { top: 1210, line: 84, size: 48, ems: 17, most: 5 } as const;

/** To be hung up or passed on: the same on every phone, in light and dark. */
export function drawPoster(canvas: PaperCanvas, certificate: Certificate): void {
  canvas.width = POSTER.width;
  canvas.height = POSTER.height;
  const context = canvas.getContext('2d');
  context.scale(POSTER.width / PLAN.width, POSTER.height / PLAN.height);
  context.fillStyle = GROUND;
  context.fillRect(0, 0, PLAN.width, PLAN.height);
  star(context, PLAN.width / 2, 470, 1.3, GOLD);
  const words = (text: string, y: number, font: string, colour: string) => {
    context.textAlign = 'left';
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, LEFT, y);
  };
  words(certificate.caption, 880, `44px ${SANS}`, GOLD);
  const size = sizeFor(certificate.name, 148, PLAN.width - 2 * LEFT);
  words(certificate.name, 1030, `700 ${size}px ${SERIF}`, WHITE);
  words(certificate.place, 1100, `40px ${SANS}`, GOLD);
  cited(certificate.deed, DEED).forEach((line, index) => {
    words(line, DEED.top + index * DEED.line, `${DEED.size}px ${SERIF}`, WHITE);
  });
  context.fillStyle = GOLD;
  context.fillRect(LEFT, 1690, PLAN.width - 2 * LEFT, 2);
  words(certificate.issuer, 1760, `600 36px ${SANS}`, WHITE);
  words(certificate.day, 1815, `32px ${SANS}`, GOLD);
  context.textAlign = 'right';
  context.font = `600 36px ${SANS}`;
  context.fillStyle = WHITE;
  context.fillText(certificate.mark, PLAN.width - LEFT, 1760);
}
