import { hello } from '../../../contract/people/hello';
import { refreshMe } from '../../../miniprogram/state/me';
import { newSender } from '../../../miniprogram/state/sender';
import { rememberedKey } from '../../../miniprogram/state/storage';
import { WAITING_TEXT } from '../../../miniprogram/text/waiting';
import { holdFakePhone, yes, type FakePhone } from '../fake-phone';

const me = { memberId: 'me', name: 'Me', branchId: 'b', branchName: 'B', roles: ['member'] };
const known = { me: { ...me, groupName: null, crewName: null }, nowMs: 1 };
let phone: FakePhone;
let waiting: string[];
let tried: string[];
let answer: (id: string) => boolean;
let appShows: () => void;
let networkComes: () => void;

beforeEach(() => {
  phone = holdFakePhone();
  phone.storage.set(rememberedKey(hello, {}), { atMs: 1, output: known });
  Object.assign(wx, {
    onAppShow: (listener: () => void) => {
      appShows = listener;
    },
    onNetworkStatusChange: (listener: (of: { isConnected: boolean }) => void) => {
      networkComes = () => {
        listener({ isConnected: true });
      };
    },
  });
  waiting = ['a', 'b'];
  tried = [];
  answer = () => true;
});

let latest = 0;
const aSender = () => {
  latest += 1;
  const number = latest;
  const sender = newSender({
    // Those of earlier tests hear of answers too.
    waiting: () => (number === latest ? waiting : []),
    sendOne: async (id) => {
      tried.push(id);
      return answer(id);
    },
  });
  sender.startByItself();
  return sender;
};
const settled = () => new Promise((done) => setImmediate(done));

test('what waits goes one after the other, and the rest waits where one does not go', async () => {
  answer = (id) => id !== 'a';
  aSender();
  await settled();
  expect(tried).toEqual(['a']);
  answer = () => true;
  appShows();
  await settled();
  expect(tried).toEqual(['a', 'a', 'b']);
});

test('what waits goes once it is heard who is here, however late, and without another trigger', async () => {
  phone.storage.clear();
  let letThrough: (reply: unknown) => void = () => undefined;
  phone.answer = () => new Promise((answered) => (letThrough = answered));
  const asked = refreshMe();
  const sender = aSender();
  await sender.sendNow();
  await settled();
  expect(tried).toEqual([]);
  letThrough(yes(known));
  await asked;
  await settled();
  expect(tried).toEqual(['a', 'b']);
});

test('where nobody says who is here it says why it waits, and goes when somebody does', async () => {
  phone.storage.clear();
  const sender = aSender();
  await settled();
  expect([tried, sender.because()]).toEqual([[], WAITING_TEXT.offline]);
  phone.answer = () => yes(known);
  networkComes();
  await settled();
  expect(tried).toEqual(['a', 'b']);
  expect(phone.calls).toHaveLength(2);
});

test('after a fault of ours it is not tried again at once by itself, but when the network comes', async () => {
  const sender = aSender();
  await settled();
  tried = [];
  expect(sender.isToWait('internal')).toBe(true);
  appShows();
  await settled();
  expect(tried).toEqual([]);
  networkComes();
  await settled();
  expect(tried).toEqual(['a', 'b']);
});

test('without a network it waits and may be tried at once; a refusal does not wait', async () => {
  const sender = aSender();
  await settled();
  tried = [];
  expect([sender.isToWait('offline'), sender.isToWait('words-refused')]).toEqual([true, false]);
  appShows();
  await settled();
  expect(tried).toEqual(['a', 'b']);
});

test('a page hears of every step while it listens', async () => {
  const sender = aSender();
  await settled();
  let heard = 0;
  const stop = sender.onChanged(() => {
    heard += 1;
  });
  sender.tell();
  stop();
  sender.tell();
  expect(heard).toBe(1);
});
