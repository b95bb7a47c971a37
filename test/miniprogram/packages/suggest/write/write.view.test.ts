import type { Form } from '../../../../../miniprogram/packages/suggest/kept-forms';
import {
  missingIn,
  sentText,
  toFormView,
  topicFor,
  waitingText,
} from '../../../../../miniprogram/packages/suggest/write/write.view';
import { instantOf, localDay } from '../../../../../domain/time/local-day';
import { NOW_MS } from '../../../../builders/phone/study';
import { WAITING_TEXT } from '../../../../../miniprogram/text/waiting';

const aForm = (fields: Partial<Form> = {}): Form => ({
  suggestionId: 's1',
  ownerId: 'yx21',
  to: 'branch',
  type: 'proposal',
  topic: 'living',
  isTopicChosen: false,
  title: '食堂晚半小时',
  text: '走到食堂 20:15',
  isUrgent: false,
  pictures: [],
  state: 'draft',
  problem: '',
  isRaised: false,
  ...fields,
});

test('what is missing is named, one at a time', () => {
  expect(missingIn(aForm())).toBe('');
  expect(missingIn(aForm({ title: ' \u200b' }))).toBe('还没写标题。');
  expect(missingIn(aForm({ text: '' }))).toBe('还没写是什么事。');
  expect(missingIn(aForm({ text: '长'.repeat(1001) }))).toContain('删掉 1 字');
});

test('only a hazard can be urgent, and says what that does', () => {
  expect(toFormView(aForm(), '运行支部').mayBeUrgent).toBe(false);
  const urgent = toFormView(aForm({ type: 'hazard', isUrgent: true }), '运行支部');
  expect(urgent).toMatchObject({
    mayBeUrgent: true,
    urgentNote: expect.stringMatching(/^现在就响/u),
  });
});

test('a hazard begins with safety, and a topic that somebody chose stays', () => {
  expect(topicFor('hazard', aForm())).toBe('safety');
  expect(topicFor('hazard', aForm({ topic: 'work-site' }))).toBe('work-site');
  expect(topicFor('proposal', aForm({ type: 'hazard', topic: 'safety' }))).toBe('living');
  expect(topicFor('concern', aForm({ topic: 'living' }))).toBe('living');
});

test('a topic chosen by hand stays from type to type, also the one that another type begins with', () => {
  const chosen = aForm({ type: 'hazard', topic: 'living', isTopicChosen: true });
  const asProposal = aForm({ ...chosen, type: 'proposal', topic: topicFor('proposal', chosen) });
  expect(asProposal.topic).toBe('living');
  expect(topicFor('hazard', asProposal)).toBe('living');
});

test('who sees it is said of either way', () => {
  expect(toFormView(aForm({ to: 'committee' }), undefined).toNote).toContain('支部看不到');
  expect(toFormView(aForm(), '运行支部').toNote).toContain('支部书记看得到');
});

test('afterwards it says whom it has rung, and by when there is a word', () => {
  const output = { raisedAtMs: NOW_MS, dueAtMs: instantOf(localDay('2026-03-15'), 0), rang: [] };
  expect(sentText(output, false, NOW_MS)).toBe('提上去了，周六 3月14日前有人回话。');
  const rung = { ...output, rang: ['韩立群'] };
  expect(sentText(rung, true, NOW_MS)).toBe('已经响了韩立群。周六 3月14日前有人回话。');
  expect(sentText({ ...rung, lacking: 1 }, true, NOW_MS)).toBe(
    '已经响了韩立群。周六 3月14日前有人回话。有 1 张图没有带上，要补图就再提一条，重新选图。',
  );
});

test('while phones are rung it says whose, and where it will be said whether they have rung', () => {
  const dueAtMs = instantOf(localDay('2026-03-15'), 0);
  const output = { raisedAtMs: NOW_MS, dueAtMs, rang: [], ringing: ['韩立群'] };
  expect(sentText(output, true, NOW_MS)).toBe(
    '正在响韩立群，过一两分钟看这一条，响没响到。先打值长电话。周六 3月14日前有人回话。',
  );
});

test('where no phone could ring it says to telephone', () => {
  const output = { raisedAtMs: NOW_MS, dueAtMs: instantOf(localDay('2026-03-15'), 0), rang: [] };
  expect(sentText(output, true, NOW_MS)).toBe(
    '还没有响到人，先打值长电话。周六 3月14日前有人回话。',
  );
});

const aPicture = (fileId: string) => ({ pictureId: `p${fileId}`, path: 'file', fileId });

test('there is room for three pictures', () => {
  expect(toFormView(aForm(), undefined)).toMatchObject({ pictures: [], room: '还可加 3 张' });
  const three = aForm({ pictures: [aPicture('1'), aPicture('2'), aPicture('3')] });
  expect(toFormView(three, undefined)).toMatchObject({
    pictures: [{ label: '第 1 张图', src: 'file' }, {}, {}],
    room: '',
  });
});

test('what waits says how far its pictures are, why, and of what is urgent to telephone first', () => {
  const pictures = [aPicture(''), aPicture('there')];
  expect(waitingText(aForm({ pictures }), '')).toBe(
    '正在送。图传了 1/2 张。可以离开这一页，不会丢。',
  );
  expect(waitingText(aForm({ pictures }), WAITING_TEXT.offline)).toBe(
    '图传了 1/2 张。网络不通。已保存在手机，有网时自动送出。',
  );
  expect(waitingText(aForm({ isUrgent: true }), WAITING_TEXT.offline)).toMatch(
    /^还没有响到人，先打值长电话。/u,
  );
});
