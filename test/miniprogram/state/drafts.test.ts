import { hello } from '../../../contract/people/hello';
import { dropDraft, readDraft, saveDraft } from '../../../miniprogram/state/drafts';
import { rememberedKey } from '../../../miniprogram/state/storage';
import { holdFakePhone, type FakePhone } from '../fake-phone';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

const bind = (memberId: string | null) => {
  const me = { memberId, name: 'Name', branchId: 'b', branchName: 'B', groupName: null };
  phone.storage.set(rememberedKey(hello, {}), {
    atMs: 1,
    output: {
      me: memberId === null ? null : { ...me, crewName: null, roles: ['member'] },
      nowMs: 1,
    },
  });
};

it('what one person has typed is there for them alone, also after somebody else was bound', () => {
  bind('alice');
  saveDraft('study:new', { topic: 'hers' });
  bind('bob');
  expect(readDraft('study:new')).toBe('');
  saveDraft('study:new', { topic: 'his' });
  dropDraft('study:new');
  bind('alice');
  expect(readDraft('study:new')).toEqual({ topic: 'hers' });
});

it('what a version of before has kept without an owner is gone on with once', () => {
  phone.storage.set('draft:study:new', { topic: 'of before' });
  bind('alice');
  expect(readDraft('study:new')).toEqual({ topic: 'of before' });
  saveDraft('study:new', { topic: 'written on' });
  bind('bob');
  expect(readDraft('study:new')).toBe('');
});

it('what is typed before anybody is bound is theirs who is then, and goes when it is dropped', () => {
  bind(null);
  saveDraft('bind', { name: 'Alice' });
  bind('alice');
  expect(readDraft('bind')).toEqual({ name: 'Alice' });
  dropDraft('bind');
  expect([...phone.storage.keys()].filter((key) => key.startsWith('draft:'))).toEqual([]);
});

it('full storage, which takes nothing new, keeps what was there without an owner', () => {
  phone.storage.set('draft:study:new', { topic: 'of before' });
  bind('alice');
  Object.assign(wx, {
    setStorageSync: () => {
      throw new Error('full');
    },
  });
  saveDraft('study:new', { topic: 'written on' });
  expect(readDraft('study:new')).toEqual({ topic: 'of before' });
});
