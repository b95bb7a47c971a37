import type { Delivered } from '../../../../miniprogram/api/outbox';
import { deliveredText } from '../../../../miniprogram/packages/study/delivered';
import {
  endProgress,
  noteProgress,
  progressOf,
} from '../../../../miniprogram/packages/study/make-up-progress';
import { NOW_MS } from '../../../builders/phone/study';
import { holdFakePhone, type FakePhone } from '../../fake-phone';

const WORDS = '我们值上动火前先看风向，再把周围的油布收走，监护人站上风口。'.repeat(2);
const waiting: Delivered['waiting'] = {
  action: 'noteMakeUp',
  input: { studyId: 's1', text: WORDS },
  requestId: 'r-1',
  madeAtMs: NOW_MS,
  title: '安全培训',
};
const refused = { ok: false as const, code: 'make-up-over', detail: {}, requestId: 'r-1' };

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

it('words that waited and were refused stay, also where only what waited had them', () => {
  deliveredText({ waiting, result: refused });
  expect(progressOf('s1').note).toBe(WORDS);
});

it('words that waited and were taken are let go of, with no page open', () => {
  noteProgress('s1', { note: WORDS, seen: ['p1'] });
  deliveredText({ waiting, result: { ok: true, output: {} } });
  expect([...phone.storage]).toEqual([]);
});

it('a make-up that was done another way keeps the words, and nothing else', () => {
  noteProgress('s1', { note: WORDS, seen: ['p1'], missed: ['q1'] });
  endProgress('s1', '');
  expect(progressOf('s1')).toEqual({ seen: [], at: null, missed: [], marked: null, note: WORDS });
});
