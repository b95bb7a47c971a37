import { toView } from '../../../../../miniprogram/packages/branch-office/invitation/invitation.view';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

const viewAt = (nowMs: number) =>
  toView(
    {
      kind: 'known',
      output: { code: 'YX7K2M', expiresAtMs: at('10:12', dayAfter(7)) },
      asOfAtMs: null,
    },
    nowMs,
  );

describe('the invitation code', () => {
  it('says until when it is good, and what to send to the branch', () => {
    expect(viewAt(NOW_MS)).toMatchObject({
      code: 'YX7K2M',
      spelled: 'Y X 7 K 2 M',
      validity: '周三 3月18日 10:12 前有效',
      isExpired: false,
    });
  });

  it('is over at the very minute it says', () => {
    expect(viewAt(at('10:12', dayAfter(7)) - 1)).toMatchObject({ isExpired: false });
    expect(viewAt(at('10:12', dayAfter(7)))).toMatchObject({
      isExpired: true,
      validity: '已过期，请换一个新的',
    });
  });
});
