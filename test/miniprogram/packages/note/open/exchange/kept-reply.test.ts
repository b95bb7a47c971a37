import {
  dropReply,
  idToSend,
  keepReply,
  keptReply,
} from '../../../../../../miniprogram/packages/note/open/exchange/kept-reply';
import { holdFakePhone, type FakePhone } from '../../../../fake-phone';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

test('what was written below a note stays on the phone until it was sent, and is of that note alone', () => {
  keepReply('note', '我们值也');
  expect(keptReply('note')).toBe('我们值也');
  expect(keptReply('other')).toBe('');
  dropReply();
  expect(keptReply('note')).toBe('');
});

test('what somebody else wrote on this phone is not shown', () => {
  keepReply('note', '我们值也');
  const kept = phone.storage.get('note-reply') as object;
  phone.storage.set('note-reply', { ...kept, ownerId: 'somebody' });
  expect(keptReply('note')).toBe('');
});

test('the same words go under the id of the last try, also after they were typed on; others do not', () => {
  const first = idToSend('note', '我们值也这样');
  expect(idToSend('note', '我们值也这样')).toBe(first);
  keepReply('note', '我们值也这样，还');
  keepReply('note', '我们值也这样');
  expect(idToSend('note', '我们值也这样')).toBe(first);
  const other = idToSend('note', '我们值不这样');
  expect(other).not.toBe(first);
  expect(idToSend('another', '我们值不这样')).not.toBe(other);
});
