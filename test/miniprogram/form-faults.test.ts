import { readdirSync, readFileSync } from 'node:fs';

const files = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(`miniprogram/${file}`, 'utf8');
const forms = files.filter((file) => file.endsWith('.ts') && read(file).includes('FAULTS_TEXT }'));

test('forms tell of faults', () => {
  expect(forms.length).toBeGreaterThan(5);
});

test.each(forms)('%s brings the first faulty field into view', (file) => {
  expect(read(file).match(/FAULTS_TEXT \}/gu)).toEqual(
    read(file).match(/FAULTS_TEXT \}(?=, toFirstFault)|FAULTS_TEXT \}(?= from)/gu),
  );
  for (const page of pagesOf(file)) {
    const folder = page.slice(0, page.lastIndexOf('/') + 1);
    const beside = files
      .filter((each) => each.startsWith(folder) && each.endsWith('.wxml'))
      .filter((each) => read(each).includes('class="field__error'));
    expect(beside).not.toEqual([]);
  }
});

/** What several forms share is in `state/`; each of them has the fields. */
function pagesOf(file: string): readonly string[] {
  if (!file.startsWith('state/')) return [file];
  const sharing = files.filter(
    (each) => each.endsWith('.ts') && read(each).includes(`/${file.slice(0, -'.ts'.length)}'`),
  );
  expect(sharing.length).toBeGreaterThan(1);
  return sharing;
}
