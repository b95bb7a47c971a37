import { bindErrors } from '../../../miniprogram/text/bind-errors';
import { errorText, readErrorText } from '../../../miniprogram/text/errors';
import { holdFakePhone } from '../fake-phone';

const failure = <Code extends string>(code: Code, detail = {}) => ({
  ok: false as const,
  code,
  detail,
  requestId: 'req-9',
});

describe('what a person is told of a failure', () => {
  beforeEach(holdFakePhone);

  it('is the text of the action for its own codes', () => {
    expect(errorText(failure('no-such-member'), bindErrors)).toContain('三项合不上');
  });

  it('has the numbers that the refusal carries', () => {
    const until = Date.UTC(2026, 2, 11, 7, 30);
    expect(errorText(failure('too-many-tries', { untilAtMs: until }), bindErrors)).toContain(
      '15:30',
    );
    expect(errorText(failure('too-many-tries'), bindErrors)).toBe('试的次数太多，过一会儿再试。');
  });

  it('is shared for what can happen to every call', () => {
    expect(errorText(failure('offline'), {})).toContain('网络不通');
    expect(errorText(failure('not-allowed'), {})).toContain('职务');
  });

  it('does not speak of sending where a page only reads', () => {
    for (const code of ['offline', 'timeout'] as const) {
      expect(readErrorText(failure(code))).toContain('内容还没');
    }
    expect(readErrorText(failure('not-found'))).toBe(errorText(failure('not-found'), {}));
  });

  it('shows the number by which a fault of ours is found, and only then', () => {
    expect(errorText(failure('internal'), {})).toContain('req-9');
    expect(errorText(failure('timeout'), {})).not.toContain('req-9');
  });
});
