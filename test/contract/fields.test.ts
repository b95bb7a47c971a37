import * as fc from 'fast-check';
import * as v from 'valibot';
import { Words } from '../../contract/fields';
import { InvitationCode, StaffNumber } from '../../contract/people/member';
import { ShownMaterial } from '../../contract/study/study-shapes';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('words in an input', () => {
  test.each([
    ['\u200b李\u202e明 ', '李明'],
    ['两行\n字', '两行\n字'],
    ['\u200b'.repeat(40) + '李明', '李明'],
    ['好 👩‍🔧', '好 👩‍🔧'],
  ])('%j are taken as they are kept', (typed, kept) => {
    expect(v.parse(Words(12), typed)).toBe(kept);
  });

  test.each([
    '',
    ' ',
    '\u200b',
    '\u3164 \u202e',
    '\ud83d',
    '\u0301',
    'a\u0000b',
    'a\tb',
    'a\u007fb',
  ])('%j are none', (typed) => {
    expect(v.is(Words(12), typed)).toBe(false);
  });

  test('are as long as what is kept of them', () => {
    expect(v.is(Words(3), 'ab\u200bc')).toBe(true);
    expect(v.is(Words(3), 'abcd')).toBe(false);
  });
});

test.each([
  ['a staff number', StaffNumber, 'ＱＹ-15 622'],
  ['an invitation code', InvitationCode, ' yx7k 2m\u200b'],
  ['words', Words(40), ' \u202e李\u200b明 '],
])('%s that was read can be read again, and is the same', (_what, schema, example) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = v.safeParse(schema, text);
      if (read.success) expect(v.parse(schema, read.output)).toBe(read.output);
    }),
    { examples: [[example]] },
  );
});

test.each(['QY1562/2', '工号1', 'Q', '-', '\u200b'])('%j is no staff number', (typed) => {
  expect(v.is(StaffNumber, typed)).toBe(false);
});

test('an answer says what was kept before, whatever would be refused today', () => {
  const material = { title: '\u3164', url: 'https://example.com', minutes: 1, isMustRead: false };
  expect(v.is(ShownMaterial, { ...material, kind: 'article' })).toBe(true);
});
