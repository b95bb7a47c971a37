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
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const beside = files
    .filter((each) => each.startsWith(folder) && each.endsWith('.wxml'))
    .filter((each) => read(each).includes('class="field__error'));
  expect(beside).not.toEqual([]);
});
