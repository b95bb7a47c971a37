import { hello } from '../../../contract/people/hello';
import { newSender } from '../../../miniprogram/state/sender';
import { rememberedKey } from '../../../miniprogram/state/storage';
import { holdFakePhone } from '../fake-phone';

const me = { memberId: 'me', name: 'Me', branchId: 'b', branchName: 'B', roles: ['member'] };
let waiting: string[];
let tried: string[];
let answer: (id: string) => boolean;
let appShows: () => void;
let networkComes: () => void;

beforeEach(() => {
  const phone = holdFakePhone();
  phone.storage.set(rememberedKey(hello, {}), {
    atMs: 1,
    output: { me: { ...me, groupName: null, crewName: null }, nowMs: 1 },
  });
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

const aSender = () => {
  const sender = newSender({
    waiting: () => waiting,
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
