import { hello } from '../../../../contract/people/hello';
import type * as NoteDrafts from '../../../../miniprogram/packages/note/note-draft';
import type { NoteDraft } from '../../../../miniprogram/packages/note/note-draft';
import type * as NoteSender from '../../../../miniprogram/packages/note/sender';
import { rememberedKey } from '../../../../miniprogram/state/storage';
import { holdFakePhone, no, noNetwork, yes, type FakePhone } from '../../fake-phone';

type Drafts = typeof NoteDrafts;
type Sender = typeof NoteSender;

interface Uploads {
  /** Paths in storage, in the order in which they were begun. */
  readonly begun: string[];
  most: number;
  /** What the next upload does. */
  answer: (cloudPath: string) => unknown;
}

let phone: FakePhone;
let uploads: Uploads;
let drafts: Drafts;
let sender: Sender;
const removed: string[] = [];

const me = {
  memberId: 'me',
  name: 'Me',
  branchId: 'b',
  branchName: 'B',
  groupName: null,
  crewName: null,
  roles: ['member'],
};
const handedIn = () => yes({ version: 1, handedInAtMs: 1, check: 'pass' });
const begin = (count: number, memberId = me.memberId) => {
  phone = holdFakePhone();
  uploads = { begun: [], most: 0, answer: (path) => ({ fileID: `cloud://${path}` }) };
  removed.length = 0;
  let atOnce = 0;
  Object.assign(wx, {
    onNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    getFileSystemManager: () => ({
      unlink: ({ filePath }: { filePath: string }) => removed.push(filePath),
    }),
  });
  Object.assign(wx.cloud, {
    uploadFile: async ({ cloudPath }: { cloudPath: string }) => {
      uploads.begun.push(cloudPath);
      atOnce += 1;
      uploads.most = Math.max(uploads.most, atOnce);
      await new Promise((done) => setImmediate(done));
      atOnce -= 1;
      return uploads.answer(cloudPath);
    },
  });
  phone.storage.set(rememberedKey(hello, {}), {
    atMs: 1,
    output: { me: { ...me, memberId }, nowMs: 1 },
  });
  return Array.from({ length: count }, (_, at) => waiting(at));
};

beforeAll(async () => {
  begin(0);
  drafts = await import('../../../../miniprogram/packages/note/note-draft');
  sender = await import('../../../../miniprogram/packages/note/sender');
});

/** Written and handed in on this phone, not sent. */
function waiting(at: number, more: Partial<NoteDraft> = {}): NoteDraft {
  const draft: NoteDraft = {
    ...drafts.newDraft({ type: 'reflection' }),
    noteId: `note-${at}`,
    ownerId: me.memberId,
    text: `text ${at}`,
    title: `title ${at}`,
    versionId: `version-${at}`,
    state: 'waiting',
    ...more,
  };
  drafts.keepDraft(draft);
  return draft;
}
const pictures = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    pictureId: `p${at}`,
    path: `file-${at}`,
    fileId: '',
  }));
const sent = () => phone.calls.map(({ data }) => (data['input'] as { noteId: string }).noteId);

test('ten drafts wait without a network, and are sent once with one, in their order', async () => {
  const written = begin(10);
  await sender.sendNow();
  expect(drafts.drafts()).toHaveLength(10);
  phone.calls.length = 0;
  phone.answer = handedIn;
  await sender.sendNow();
  await sender.sendNow();
  expect(sent()).toEqual(written.map(({ noteId }) => noteId));
  expect(drafts.drafts()).toEqual([]);
  expect(phone.storage.has(drafts.WAITING)).toBe(false);
});

test('an answer that was lost is asked for again with the same ids', async () => {
  begin(1);
  phone.answer = () => {
    throw new Error('timeout');
  };
  await sender.sendNow();
  phone.answer = handedIn;
  await sender.sendNow();
  const [first, second] = phone.calls.map(({ data }) => data['input']);
  expect(second).toEqual(first);
});

test('two pictures at a time go first, and those that are there do not go again', async () => {
  begin(0);
  waiting(1, { pictures: pictures(9) });
  uploads.answer = (path) => (path.includes('p5') ? noNetwork() : { fileID: `cloud://${path}` });
  await sender.sendNow();
  expect(uploads.most).toBe(2);
  expect(sent()).toEqual([]);
  const there = drafts.readDraft('note-1')?.pictures.filter(({ fileId }) => fileId !== '') ?? [];
  const missing = 9 - there.length;
  expect(missing).toBeGreaterThan(0);
  uploads.begun.length = 0;
  uploads.answer = (path) => ({ fileID: `cloud://${path}` });
  phone.answer = handedIn;
  await sender.sendNow();
  expect(uploads.begun).toHaveLength(missing);
  const input = phone.calls[0]?.data['input'] as { pictures: { fileId: string }[] };
  expect(input.pictures).toHaveLength(9);
  expect(input.pictures[0]?.fileId).toMatch(/^cloud:\/\/notes\/\d{6}\/me\/p0\.jpg$/u);
  expect(removed).toHaveLength(9);
});

test('what is refused stays on the phone with the reason, and the next goes on', async () => {
  begin(2);
  phone.answer = ({ input }) =>
    (input as { noteId: string }).noteId === 'note-0' ? no('words-refused') : handedIn();
  await sender.sendNow();
  expect(drafts.drafts()).toMatchObject([{ noteId: 'note-0', state: 'stopped', text: 'text 0' }]);
  expect(drafts.drafts()[0]?.problem).toContain('换个说法再交');
  phone.calls.length = 0;
  await sender.sendNow();
  expect(phone.calls).toEqual([]);
});

test.each([
  ['without a network', noNetwork, '网络不通。已保存在手机，有网时自动送出。'],
  [
    'after a fault of ours',
    () => no('internal'),
    '我们这边出了问题。已保存在手机，过一会儿自动再送。',
  ],
])(
  '%s it says what becomes of it by itself, and asks nobody to try again',
  async (_, answer, text) => {
    begin(1);
    phone.answer = answer;
    await sender.sendNow();
    expect(sender.waitingBecause()).toBe(text);
  },
);

test('why one was refused is not told of the next, which only waits', async () => {
  begin(2);
  phone.answer = ({ input }) =>
    (input as { noteId: string }).noteId === 'note-0' ? no('words-refused') : noNetwork();
  await sender.sendNow();
  expect(sender.waitingBecause()).toContain('网络不通');
  phone.answer = () => no('words-refused');
  await sender.sendNow();
  expect(sender.waitingBecause()).toBe('');
});

test('what another phone has changed says so, with the version there', async () => {
  begin(1);
  phone.answer = () => no('changed-meanwhile', { version: 3 });
  await sender.sendNow();
  expect(drafts.readDraft('note-0')).toMatchObject({ way: 'over-newer', newerVersion: 3 });
});

test.each(['other-branch', 'no-such-study'])(
  'what was refused as %s can be handed in anew in the branch where one is now',
  async (code) => {
    begin(1);
    phone.answer = () => no(code);
    await sender.sendNow();
    expect(drafts.readDraft('note-0')).toMatchObject({ state: 'stopped', way: 'as-new' });
  },
);

test('what was written on while it was under way is kept, as another version', async () => {
  const [draft] = begin(1);
  phone.answer = () => {
    drafts.keepDraft({ ...draft!, state: 'draft', versionId: '', text: 'more' });
    return handedIn();
  };
  await sender.sendNow();
  expect(drafts.readDraft('note-0')).toMatchObject({ state: 'draft', text: 'more', basedOn: 1 });
});

test('a picture that is not in storage any more is put there again', async () => {
  begin(0);
  waiting(1, { pictures: [{ pictureId: 'p', path: 'file', fileId: 'cloud://lost' }] });
  phone.answer = () => no('picture-missing', { number: 1 });
  await sender.sendNow();
  phone.answer = handedIn;
  await sender.sendNow();
  expect(uploads.begun).toHaveLength(1);
  expect(drafts.drafts()).toEqual([]);
});

test('a picture that this phone has lost stops it, with what to do', async () => {
  begin(0);
  waiting(1, { pictures: pictures(1) });
  uploads.answer = () => {
    throw new Error('no such file or directory');
  };
  phone.answer = handedIn;
  await sender.sendNow();
  expect(sent()).toEqual([]);
  expect(drafts.readDraft('note-1')).toMatchObject({ state: 'stopped' });
});

test('what somebody else wrote on this phone is neither shown nor sent', async () => {
  begin(0, 'another');
  waiting(1);
  phone.answer = handedIn;
  await sender.sendNow();
  expect(phone.calls).toEqual([]);
  expect(drafts.drafts()).toEqual([]);
  expect(drafts.readDraft('note-1')?.text).toBe('text 1');
});

test('a draft that full storage does not take says so', () => {
  begin(0);
  phone.room = phone.storage.size;
  phone.refusesChanges = true;
  expect(drafts.keepDraft(drafts.newDraft({ type: 'news' }))).toBe(false);
});

test('a note that was stopped while nobody was bound says so of that time, not of now', async () => {
  begin(1);
  phone.answer = () => no('not-bound');
  await sender.sendNow();
  const [stopped] = drafts.drafts();
  expect(stopped).toMatchObject({ state: 'stopped', text: 'text 0' });
  expect(stopped?.problem).toBe('交的时候还没有绑定身份，没有送出。绑定以后再交一次，写的都还在。');
  // As versions before kept it.
  waiting(1, { state: 'stopped', problem: '还没有绑定身份，绑定后就能用。' });
  expect(drafts.readDraft('note-1')?.problem).toBe(stopped?.problem);
});
