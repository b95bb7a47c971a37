import { hello } from '../../../../contract/people/hello';
import type * as KeptForms from '../../../../miniprogram/packages/suggest/kept-forms';
import type { Form } from '../../../../miniprogram/packages/suggest/kept-forms';
import type * as SuggestionSender from '../../../../miniprogram/packages/suggest/sender';
import { rememberedKey } from '../../../../miniprogram/state/storage';
import { holdFakePhone, no, noNetwork, yes, type FakePhone } from '../../fake-phone';

let phone: FakePhone;
let forms: typeof KeptForms;
let sender: typeof SuggestionSender;
/** What the next upload of a path does. */
let upload: (cloudPath: string) => unknown;
let begunPaths: string[];
let removed: string[];

const me = {
  memberId: 'me',
  name: 'Me',
  branchId: 'b',
  branchName: 'B',
  groupName: null,
  crewName: null,
  roles: ['member'],
};
const raised = () => yes({ raisedAtMs: 1, dueAtMs: 2, rang: [] });
const stays = (cloudPath: string) => ({ fileID: `cloud://${cloudPath}` });

function begin(memberId = me.memberId) {
  phone = holdFakePhone();
  upload = stays;
  begunPaths = [];
  removed = [];
  Object.assign(wx, {
    onNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    getFileSystemManager: () => ({
      unlink: ({ filePath }: { filePath: string }) => removed.push(filePath),
    }),
  });
  Object.assign(wx.cloud, {
    uploadFile: async ({ cloudPath }: { cloudPath: string }) => {
      begunPaths.push(cloudPath);
      await new Promise((done) => setImmediate(done));
      return upload(cloudPath);
    },
  });
  phone.storage.set(rememberedKey(hello, {}), {
    atMs: 1,
    output: { me: { ...me, memberId }, nowMs: 1 },
  });
}

beforeAll(async () => {
  begin();
  forms = await import('../../../../miniprogram/packages/suggest/kept-forms');
  sender = await import('../../../../miniprogram/packages/suggest/sender');
});
beforeEach(() => begin());

/** Raised on this phone, not sent. */
function waiting(suggestionId: string, more: Partial<Form> = {}): Form {
  const form: Form = {
    ...forms.emptyForm,
    suggestionId,
    ownerId: me.memberId,
    title: `title ${suggestionId}`,
    text: 'text',
    state: 'waiting',
    ...more,
  };
  forms.keepForm(form);
  return form;
}
const picture = (at: number) => ({ pictureId: `p${at}`, path: `file-${at}`, fileId: '' });
const inputs = () => phone.calls.map(({ data }) => data['input'] as Record<string, unknown>);

test('what was raised without a network waits with its pictures, and goes once with one', async () => {
  waiting('s1', { pictures: [picture(1), picture(2)] });
  upload = noNetwork;
  await sender.sendNow();
  expect(inputs()).toEqual([]);
  expect(forms.keptForm('s1')?.state).toBe('waiting');
  expect(phone.storage.has(forms.WAITING)).toBe(true);
  upload = stays;
  phone.answer = raised;
  await sender.sendNow();
  await sender.sendNow();
  expect(inputs()).toMatchObject([
    { suggestionId: 's1', pictures: [{ pictureId: 'p1' }, { pictureId: 'p2' }] },
  ]);
  expect(begunPaths.at(-1)).toMatch(/^suggestions\/\d{6}\/me\/p2\.jpg$/u);
  expect(removed).toEqual(['file-1', 'file-2']);
  expect(forms.keptForms()).toEqual([]);
  expect(phone.storage.has(forms.WAITING)).toBe(false);
  expect(inputs()[0]).not.toHaveProperty('notThere');
  expect(sender.arrivedOf('s1')).toMatchObject({ rang: [] });
});

test('an answer that was lost is asked for again with the same words and pictures', async () => {
  waiting('s1', { pictures: [picture(1)] });
  phone.answer = () => {
    throw new Error('timeout');
  };
  await sender.sendNow();
  phone.answer = raised;
  await sender.sendNow();
  const [first, second] = inputs();
  expect(second).toEqual(first);
  expect(begunPaths).toHaveLength(1);
});

test('an urgent hazard goes without the pictures that do not come', async () => {
  waiting('s1', { type: 'hazard', isUrgent: true, pictures: [picture(1), picture(2)] });
  upload = (path) => (path.includes('p2') ? noNetwork() : stays(path));
  phone.answer = () => yes({ raisedAtMs: 1, dueAtMs: 2, rang: [], lacking: 1 });
  await sender.sendNow();
  expect(inputs()).toMatchObject([
    { isUrgent: true, pictures: [{ pictureId: 'p1' }], notThere: 1 },
  ]);
  expect(sender.arrivedOf('s1')).toMatchObject({ lacking: 1 });
});

test('what is refused stays on the phone with the reason, and the next goes on', async () => {
  waiting('s1');
  waiting('s2');
  phone.answer = ({ input }) =>
    (input as Form).suggestionId === 's1' ? no('words-refused') : raised();
  await sender.sendNow();
  expect(forms.keptForms()).toMatchObject([
    { suggestionId: 's1', state: 'stopped', problem: expect.stringContaining('没通过微信的检查') },
  ]);
});

test('what was raised before with other words is told, and goes anew under an id of its own', async () => {
  waiting('s1', { pictures: [picture(1)] });
  phone.answer = () => no('written-before');
  await sender.sendNow();
  const stopped = forms.keptForm('s1');
  expect(stopped).toMatchObject({ state: 'stopped', isRaised: true });
  const anew = forms.renewed(stopped!);
  expect(anew).toMatchObject({ isRaised: false, title: 'title s1' });
  expect(anew.suggestionId).not.toBe('s1');
  expect(removed).toEqual([]);
  expect(forms.keptForm('s1')).toBeUndefined();
});

test('what was taken back to be changed while it was under way stays on the phone', async () => {
  const form = waiting('s1');
  phone.answer = () => {
    forms.keepForm({ ...form, state: 'draft', text: 'more' });
    return raised();
  };
  await sender.sendNow();
  expect(forms.keptForm('s1')).toMatchObject({ state: 'draft', text: 'more' });
});

test('a picture that is not in storage any more is put there again, one that the phone has lost stops it', async () => {
  waiting('s1', { pictures: [{ ...picture(1), fileId: 'cloud://lost' }] });
  phone.answer = () => no('picture-missing', { number: 1 });
  await sender.sendNow();
  upload = () => {
    throw new Error('no such file or directory');
  };
  await sender.sendNow();
  expect(begunPaths).toHaveLength(1);
  expect(forms.keptForm('s1')).toMatchObject({ state: 'stopped' });
});

test('what somebody else wrote on this phone is neither shown nor sent', async () => {
  begin('another');
  waiting('s1');
  phone.answer = raised;
  await sender.sendNow();
  expect(phone.calls).toEqual([]);
  expect(forms.keptForms()).toEqual([]);
});

test('what an earlier version of the app had kept is there still', () => {
  const former = { ...waiting('old') };
  for (const later of ['pictures', 'state', 'problem', 'isRaised']) {
    Reflect.deleteProperty(former, later);
  }
  phone.storage.clear();
  begin();
  phone.storage.set('suggestion', former);
  expect(forms.begunForm()).toMatchObject({ suggestionId: 'old', state: 'draft', pictures: [] });
  forms.keepForm({ ...forms.begunForm(), text: 'more' });
  expect(phone.storage.has('suggestion')).toBe(false);
  expect(forms.keptForms()).toMatchObject([{ suggestionId: 'old', text: 'more' }]);
});
