import { NoticeReason } from '../../../contract/notice/notice-shapes';
import { whyNow, whyThen } from '../../../miniprogram/text/notice';

const CODES = NoticeReason.entries.code.options;

describe('why a message comes when it comes', () => {
  it.each(CODES)('%s is told to both sides in words, even without a shift', (code) => {
    const reason = { code, because: null, label: null };
    expect(whyNow(reason)).toMatch(/^\P{ASCII}[^a-z]+。$/u);
    expect(whyThen(reason)).toMatch(/^\P{ASCII}[^a-z]+$/u);
  });

  it.each([
    ['after-night', 'back-night', '等你下后夜班睡醒才送到。'],
    ['before-early', 'early', '等你睡醒、早班前才送到。'],
    ['night', null, '等你早上睡醒才送到。'],
    ['own-window', null, '等你设的免打扰时段过了才送到。'],
  ])('names the sleep it waited for: %s', (because, label, text) => {
    expect(whyNow({ code: 'after-sleep', because, label })).toBe(text);
  });

  it.each(['daily-limit', 'resting', 'handover', 'shift', 'asleep'])(
    'tells the least bad instant from the others: %s',
    (because) => {
      const unknown = whyNow({ code: 'least-bad', because: null, label: null });
      expect(whyNow({ code: 'least-bad', because, label: null })).not.toBe(unknown);
    },
  );

  it('tells who held the older edition that this one replaces it', () => {
    expect(whyNow({ code: 'new-edition', because: null, label: null })).toBe(
      '替换你收到过的那一版。',
    );
  });

  it('names an organisation’s own shift by its kind', () => {
    expect(whyNow({ code: 'after-shift', because: null, label: 'own-shift' })).toBe(
      '等你下白班才送到。',
    );
  });
});
