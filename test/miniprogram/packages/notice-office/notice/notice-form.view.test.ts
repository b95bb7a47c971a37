import {
  draftOf,
  emptyForm,
  formName,
  startForm,
  unknownReach,
  withKind,
  withToggled,
} from '../../../../../miniprogram/packages/notice-office/notice/notice-form';
import {
  noDirectoryText,
  toFormView,
} from '../../../../../miniprogram/packages/notice-office/notice/notice-form.view';
import { saveDraft } from '../../../../../miniprogram/state/drafts';
import { holdFakePhone } from '../../../fake-phone';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

describe('the form of a notice', () => {
  const form = { ...emptyForm(NOW_MS), title: ' 主题党日改到明天 ' };

  it('becomes a draft whose urgency and channel follow from its kind', () => {
    expect(draftOf(form)).toEqual({
      ok: true,
      draft: {
        kind: 'branch-notice',
        channel: 'branch',
        urgency: 'timely',
        title: '主题党日改到明天',
        body: null,
        audience: { kind: 'branch' },
        isMustRead: false,
        sendAfterAtMs: null,
        deadlineAtMs: at('20:00', dayAfter(2)),
      },
    });
  });

  it('can wait for the digest, but what is urgent cannot', () => {
    const draft = (given: typeof form) => {
      const checked = draftOf(given);
      return checked.ok ? checked.draft.urgency : checked.problem;
    };
    expect(draft({ ...form, isDigest: true })).toBe('digest');
    expect(draft({ ...withKind(form, 'safety', NOW_MS), isDigest: true })).toBe('urgent');
  });

  it.each([
    [{ title: ' ' }, 'no-title'],
    [{ title: '\u200b\u3164' }, 'no-title'],
    [{ body: '长'.repeat(501) }, 'body-too-long'],
    [{ audience: 'crews' as const }, 'no-audience'],
    [{ audience: 'groups' as const }, 'no-audience'],
    [{ isLater: true, sendDay: dayAfter(3) }, 'starts-after-deadline'],
  ])('finds what is missing: %j', (given, problem) => {
    expect(draftOf({ ...form, ...given })).toEqual({ ok: false, problem });
  });

  it('lets a channel be chosen for a must-read only', () => {
    const mustRead = withKind(form, 'must-read', NOW_MS);
    expect(toFormView(mustRead, unknownReach, NOW_MS).channels.map(({ text }) => text)).toEqual([
      '党务清风',
      '廉政清风',
      '支部',
    ]);
    expect(toFormView(form, unknownReach, NOW_MS).channels).toEqual([]);
  });

  it('switches a part on and off', () => {
    expect(withToggled(withToggled([], 'a'), 'b')).toEqual(['a', 'b']);
    expect(withToggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

it('a list of people that did not come says what to do by why it did not', () => {
  const text = (code: Parameters<typeof noDirectoryText>[0]['code']) =>
    noDirectoryText({ ok: false, code, detail: {}, requestId: 'r-1' });
  expect(text('timeout')).toBe('没取到名单，先按全支部写。有网时再打开这一页。');
  expect(text('update-needed')).toBe(
    '没取到名单。这个版本太旧，已经不能用了。更新后再来，保存在手机里的都还在。',
  );
  expect(text('internal')).toContain('过一会儿再试');
});

test('what was typed is the same notice when the app is opened again, for each branch another', () => {
  holdFakePhone();
  const form = { ...emptyForm(NOW_MS), title: '主题党日改到明天' };
  saveDraft(formName('other'), form);
  expect(startForm(NOW_MS, 'other')).toEqual(form);
  expect(startForm(NOW_MS).messageId).not.toBe(form.messageId);
  const { messageId: _, ...older } = form;
  saveDraft(formName(), older);
  expect(startForm(NOW_MS)).toMatchObject({ title: form.title, messageId: expect.any(String) });
});
