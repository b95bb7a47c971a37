import { hello } from '../../../../contract/people/hello';
import { forgetAllBut } from '../../../../miniprogram/api/remembered';
import {
  dropWords,
  keepWords,
  recentWords,
} from '../../../../miniprogram/packages/search/recent-words';
import { holdFakePhone, type FakePhone } from '../../fake-phone';

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

test('the last eight are kept on the phone, each once, the last first, and nothing is called', () => {
  for (const words of ['党课', '3月5日', '党课', ...Array.from('abcdefg')]) keepWords(words);
  expect(recentWords()).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a', '党课']);
  dropWords();
  expect(recentWords()).toEqual([]);
  expect(phone.calls).toEqual([]);
});

test('they go when another person is bound on the phone', () => {
  keepWords('党课');
  forgetAllBut(hello, {});
  expect(recentWords()).toEqual([]);
});

test('full storage and what somebody else has written there cost nothing but the words', () => {
  phone.refusesChanges = true;
  keepWords('党课');
  expect(recentWords()).toEqual([]);
  phone.refusesChanges = false;
  keepWords('党课');
  for (const key of phone.storage.keys()) phone.storage.set(key, { output: 7 });
  expect(recentWords()).toEqual([]);
});
