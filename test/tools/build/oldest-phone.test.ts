import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiFaults, syntaxFaults } from '../../../tools/build/oldest-phone';

const ROOT = join(__dirname, '../../..');
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { libVersion } = JSON.parse(text('project.config.json')) as { libVersion: string };

describe('a script that the oldest phone cannot read', () => {
  it.each([
    ['optional chaining', 'a?.b'],
    ['nullish coalescing', 'a ?? b'],
    ['a catch without a name', 'try { a() } catch { b() }'],
    ['a field of a class', 'class A { b = 1 }'],
    ['a big number', '1n'],
    ['an import', "import a from 'a'"],
  ])('has %s', (_what, code) => {
    expect(syntaxFaults('a.js', code)).toEqual([expect.stringContaining('a.js is not ES2018')]);
  });

  it('looks behind in a regular expression', () => {
    expect(syntaxFaults('a.js', '/(?<=a)b/.test(c)')).toHaveLength(1);
    expect(syntaxFaults('a.js', 'new RegExp("(?<!a)b")')).toHaveLength(1);
  });
});

test('a script that the oldest phone reads has no fault', () => {
  const code = 'async function a({ b, ...c }) { for await (const d of b) c(/(?<e>f)/s, 2 ** d) }';
  expect(syntaxFaults('a.js', code)).toEqual([]);
});

describe('a call that the least base library does not have', () => {
  const call = 'wx.openOfficialAccountArticle({ url })';

  it('is a fault unless the script asks for it', () => {
    expect(apiFaults('a.js', call, '3.4.7')).toEqual([
      'a.js calls wx.openOfficialAccountArticle, which is newer than base library 3.4.7',
    ]);
    expect(apiFaults('a.js', call, '3.4.8')).toEqual([]);
    expect(apiFaults('a.js', call, '3.10.0')).toEqual([]);
    const asked = `if (wx.canIUse(\`openOfficialAccountArticle\`)) ${call}`;
    expect(apiFaults('a.js', asked, '3.4.7')).toEqual([]);
  });

  it('is the privacy guide for anything older than the least one', () => {
    const code = 'wx.openPrivacyContract({})';
    expect(apiFaults('a.js', code, '2.32.2')).toHaveLength(1);
    expect(apiFaults('a.js', code, libVersion)).toEqual([]);
  });
});

test('the release notes name the least base library', () => {
  expect(text('docs/release.md')).toContain(`base library ${libVersion}`);
});
