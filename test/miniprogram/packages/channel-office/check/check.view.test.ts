import { toCheckView } from '../../../../../miniprogram/packages/channel-office/check/check.view';
import { aDesk, anItemDetail } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const viewOf = (item: Partial<ReturnType<typeof anItemDetail>>) =>
  toCheckView(
    { kind: 'known', output: { nowMs: NOW, item: anItemDetail(item) }, asOfAtMs: null },
    NOW,
  );

test('who checks sees every step with name and time, and what may be done', () => {
  const steps = [
    { kind: 'handed-in', name: '许文静', atMs: NOW, text: null },
    { kind: 'returned', name: '秦明远', atMs: NOW, text: '少一句' },
  ] as const;
  const desk = aDesk({ steps: [...steps], mayPass: true, mayReturn: true });
  expect(viewOf({ state: 'branch-check', issueDay: null, desk })).toMatchObject({
    badge: { text: '待支部审' },
    steps: [
      { title: '交给支部审 · 许文静', when: '今天 9:00' },
      { title: '退回 · 秦明远', text: '少一句' },
    ],
    canPass: true,
    canReturn: true,
    canWithdraw: false,
  });
});

test.each([
  ['own-item', /请另一位来审/u],
  ['checked-by-you', /另一位来审/u],
  ['not-checked', /过一会儿再审/u],
] as const)('%s says what to do instead', (notYours, text) => {
  const view = viewOf({ state: 'branch-check', desk: aDesk({ notYours }) });
  expect(view.kind === 'content' ? view.notYours : '').toMatch(text);
});

test('what WeChat is not sure of is marked for who looks', () => {
  const [picture] = anItemDetail().pictures;
  const pictures = picture === undefined ? [] : [{ ...picture, check: 'to-look-at' as const }];
  expect(viewOf({ pictures, desk: aDesk({ textCheck: 'to-look-at' }) })).toMatchObject({
    pictures: [{ mark: '微信没有结论，请你看' }],
    notYours: '有的话微信没有给出结论，请你看仔细。',
  });
});

test('what others have saved over can be read, with who and when', () => {
  const version = {
    ...{ name: '许文静', atMs: NOW - 3_600_000, over: { name: '高静怡', atMs: NOW } },
    ...{ title: '多问一句', line: '表计对不上', byline: null, minutes: 2, link: null },
    ...{ hasDocument: false, source: '自己画的', licence: 'own' as const, forDay: null },
    ...{ pictures: 1, goneUrls: ['https://files/gone'] },
  };
  expect(viewOf({ desk: aDesk({ earlier: [version] }) })).toMatchObject({
    earlier: [
      {
        who: '许文静 今天 8:00 存的',
        over: '高静怡 今天 9:00 改过',
        title: '多问一句',
        line: '表计对不上',
        pictures: ['https://files/gone'],
      },
    ],
  });
  expect(viewOf({ desk: aDesk() })).toMatchObject({ earlier: [] });
});

test('a reader is told that this is not theirs', () => {
  expect(viewOf({ desk: null })).toMatchObject({ kind: 'not-yours' });
});

test('who checks opens the document that an item leads to, or reads why not', () => {
  const document = { documentId: 'steps', title: '四步', reach: 'open' } as const;
  expect(viewOf({ desk: aDesk(), document })).toMatchObject({
    document: '《四步》',
    documentId: 'steps',
  });
  const gone = { documentId: 'steps', title: '', reach: 'gone' } as const;
  expect(viewOf({ desk: aDesk(), document: gone })).toMatchObject({
    document: '附的文件已经下架，或者过了有效期，打不开了。',
    documentId: '',
  });
});
