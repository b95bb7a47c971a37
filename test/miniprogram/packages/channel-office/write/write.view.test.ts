import {
  draftOf,
  emptyForm,
  formOf,
  rebased,
} from '../../../../../miniprogram/packages/channel-office/write/item-form';
import {
  toWriteView,
  urlsOf,
} from '../../../../../miniprogram/packages/channel-office/write/write.view';
import { aDesk, anItemDetail } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;

test('what is stored is written on, and sent as it was', () => {
  const [picture] = anItemDetail().pictures;
  const pictures = picture === undefined ? [] : [{ ...picture, fileId: 'cloud://a' }];
  const item = anItemDetail({ pictures, desk: aDesk({ revision: 3 }) });
  const form = formOf(item);
  expect(form).toMatchObject({ revision: 3, channel: 'party' });
  expect(draftOf(form)).toEqual({
    title: '多问一句',
    line: '表计和票上对不上。',
    byline: '周立新',
    minutes: 2,
    link: null,
    documentId: null,
    pictures: [{ pictureId: 'a', fileId: 'cloud://a' }],
    source: '自己画的',
    licence: 'own',
    forDay: null,
  });
  const view = toWriteView(form, urlsOf(item), ['party'], null, NOW);
  expect(view).toMatchObject({ channels: [], pictures: [{ src: 'https://files/a' }] });
});

test('of a new one the channel is chosen by who writes in both', () => {
  const both = toWriteView(emptyForm('integrity'), {}, ['party', 'integrity'], null, NOW);
  expect(both.channels.map(({ text, isOn }) => [text, isOn])).toEqual([
    ['党务清风', false],
    ['廉政清风', true],
  ]);
  expect(both).toMatchObject({ room: '还可加 9 张', dayText: '' });
});

test('words that show nothing are none', () => {
  const form = { ...emptyForm('party'), title: ' 题 ', line: ' \u200b ', link: '  ' };
  expect(draftOf(form)).toMatchObject({ title: '题', line: null, link: null, licence: null });
});

test('what somebody else has stored since stands beside what is written here, as far as it differs', () => {
  const mine = { ...emptyForm('party'), revision: 1, title: '多问一句', forDay: '2025-03-06' };
  const newest = {
    ...mine,
    revision: 2,
    title: ' 多问一句 ',
    line: '对不上。',
    forDay: '',
    minutes: 3,
  };
  expect(toWriteView(mine, {}, ['party'], newest, NOW).newest).toEqual([
    { label: '一句话', text: '对不上。' },
    { label: '看完要多久', text: '3 分钟' },
    { label: '想刊在哪天', text: '都行' },
  ]);
  expect(toWriteView(mine, {}, ['party'], { ...mine, revision: 2 }, NOW).newest).toEqual([]);
});

test('what is written here on top of it keeps its words and its new pictures', () => {
  const picture = { smallPath: '', fileId: 'cloud://a', path: '' };
  const [kept, taken, added] = [
    { ...picture, pictureId: 'kept' },
    { ...picture, pictureId: 'taken out' },
    { ...picture, pictureId: 'new here', path: 'a.jpg' },
  ];
  const mine = {
    ...emptyForm('party'),
    title: '我的',
    revision: 1,
    pictures: [kept, taken, added],
  };
  const newest = { ...emptyForm('party'), title: '他的', revision: 2, pictures: [kept] };
  expect(rebased(mine, newest)).toMatchObject({
    title: '我的',
    revision: 2,
    pictures: [kept, added],
  });
});

test('a document that is chosen is named and sent, and what differs of it stands beside', () => {
  const document = { documentId: 'steps', title: '四步', reach: 'open' } as const;
  const form = formOf(anItemDetail({ document, desk: aDesk() }));
  expect(draftOf(form)).toMatchObject({ documentId: 'steps', link: null });
  const without = { ...form, documentId: '', documentTitle: '' };
  expect(toWriteView(form, {}, ['party'], without, NOW)).toMatchObject({
    document: '《四步》',
    newest: [{ label: '文档库的文件', text: '没选' }],
  });
  const gone = { documentId: 'steps', title: '', reach: 'gone' } as const;
  const view = toWriteView(formOf(anItemDetail({ document: gone })), {}, ['party'], null, NOW);
  expect(view.document).toBe('打不开了，换一份');
});
