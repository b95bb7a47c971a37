import { offlineText } from '../../../miniprogram/text/offline';
import { at, NOW_MS } from '../../builders/phone/study';

describe('the offline bar', () => {
  it('is absent when everything is fresh and sent', () => {
    expect(offlineText(null, 0, NOW_MS)).toBe('');
  });
  it('says how old the page is', () => {
    expect(offlineText(at('8:05'), 0, NOW_MS)).toBe('离线，显示的是 今天 8:05 的内容');
  });
  it('says what waits on the phone', () => {
    expect(offlineText(null, 2, NOW_MS)).toBe('2 项已保存在手机，有网时送出');
    expect(offlineText(at('8:05'), 1, NOW_MS)).toBe(
      '离线，显示的是 今天 8:05 的内容；1 项已保存在手机，有网时送出',
    );
  });
});
