import { readFirstOfficer } from '../../../tools/deploy/read-first-officer';

test.each([
  ['王海,QY001', '王海', 'QY001'],
  ['  王海 ， qy001 ', '王海', 'QY001'],
  ['迪娜·哈力克,1024', '迪娜·哈力克', '1024'],
  ['王\u200b海，ｑｙ 001', '王海', 'QY001'],
])('"%s" names an officer', (text, name, staffNumber) => {
  const officer = { name, staffNumber, branchName: '机关支部' };
  expect(readFirstOfficer(text, ' 机关支部 ')).toEqual({ kind: 'officer', officer });
});

test.each(['王海', '王海,', ',QY001', '王海,QY001,x'])('"%s" names nobody', (text) => {
  const why = `--first-officer: not "NAME,STAFF NUMBER": ${text}`;
  expect(readFirstOfficer(text, '机关支部')).toEqual({ kind: 'unfit', why });
});

describe('what the app would not take is not taken here either:', () => {
  test.each([
    [`${'王'.repeat(31)},QY001`, '机关支部', 'a name has 1 to 30 characters in one line, not 31'],
    ['王海,QY#001', '机关支部', 'a staff number has 2 to 20 letters and digits: QY#001'],
    ['王海,1', '机关支部', 'a staff number has 2 to 20 letters and digits: 1'],
    [
      '王海,QY001',
      '支'.repeat(35),
      'the name of a branch has 1 to 20 characters in one line, not 35',
    ],
    ['王海,QY001', ' ', 'the name of a branch has 1 to 20 characters in one line, not 0'],
  ])('%s, %s', (text, branch, sentence) => {
    expect(readFirstOfficer(text, branch)).toEqual({
      kind: 'unfit',
      why: expect.stringContaining(sentence),
    });
  });
});
