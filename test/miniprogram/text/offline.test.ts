import { offlineText } from '../../../miniprogram/text/offline';
import { aKept } from '../../builders/phone/kept';
import { at, NOW_MS } from '../../builders/phone/study';

describe('the offline bar', () => {
  it('is absent when everything is fresh and sent', () => {
    expect(offlineText(null, NOW_MS)).toBe('');
  });

  it('says how old the page is', () => {
    expect(offlineText(at('8:05'), NOW_MS)).toBe('没有取到新的，显示的是今天 8:05 的内容');
  });

  it('says what waits on the phone', () => {
    expect(offlineText(null, NOW_MS, aKept({ count: 2 }))).toBe('2 项已保存在手机，有网时送出');
    expect(offlineText(at('8:05'), NOW_MS, aKept({ count: 1 }))).toBe(
      '没有取到新的，显示的是今天 8:05 的内容；1 项已保存在手机，有网时送出',
    );
  });

  it('promises nothing for a network where we have to mend something first', () => {
    expect(offlineText(null, NOW_MS, aKept({ count: 1, waitsFor: 'mending' }))).toBe(
      '1 项已保存在手机，过一会儿再送',
    );
  });

  it('promises nothing for a network where a newer version has to come first', () => {
    expect(offlineText(null, NOW_MS, aKept({ count: 2, waitsFor: 'update', ofNewer: 1 }))).toBe(
      '3 项已保存在手机，更新后送出',
    );
    expect(offlineText(null, NOW_MS, aKept({ count: 2, ofNewer: 1 }))).toBe(
      '2 项已保存在手机，有网时送出；1 项已保存在手机，更新后送出',
    );
  });
});
