import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SPEAKS = /\b(?:momentText|nearText|spanText)\(/u;

/** Drawn anew by every choice that the person makes, and by an answer; a form does not run by itself. */
const FORMS = [
  ...['change', 'edit-study', 'rotation', 'member', 'minutes', 'nominate'],
  ...['norms', 'mark'],
];

const pages = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.view.ts'))
  .map((file) => path.join('miniprogram', file))
  .filter((file) => readFileSync(file, 'utf8').includes('\nPage({'));

/** Of its own folder and those that it imports from beside it. */
function viewsOf(page: string): readonly string[] {
  const folder = path.dirname(page);
  const imported = [...readFileSync(page, 'utf8').matchAll(/ from '(\.[^']*\.view)';/gu)].map(
    ([, file]) => path.join(folder, `${file}.ts`),
  );
  const own = readdirSync(folder)
    .filter((file) => file.endsWith('.view.ts'))
    .map((file) => path.join(folder, file));
  return [...new Set([...own, ...imported])].map((file) => readFileSync(file, 'utf8'));
}

describe('a page that names instants relative to now', () => {
  const speaking = pages.filter(
    (page) =>
      viewsOf(page).some((view) => SPEAKS.test(view)) &&
      !FORMS.includes(path.basename(page, '.ts')),
  );

  it.each(speaking)('%s follows the clock', (page) => {
    expect(readFileSync(page, 'utf8')).toContain('followClock(this');
  });

  it('is more than a few', () => {
    expect(speaking.length).toBeGreaterThan(9);
  });
});
