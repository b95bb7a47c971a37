import { shown } from '../../../miniprogram/state/shown';

const kept = { output: 'old', atMs: 5 };
const failed = (
  code:
    | 'offline'
    | 'timeout'
    | 'update-needed'
    | 'not-bound'
    | 'not-allowed'
    | 'not-found'
    | 'bad-input'
    | 'internal',
) => ({
  ok: false as const,
  code,
  detail: {},
  requestId: 'r1',
});

describe('what a page shows of a question', () => {
  it('is the earlier answer at once, and a skeleton without one', () => {
    expect(shown(kept)).toEqual({ kind: 'known', output: 'old', asOfAtMs: null });
    expect(shown(undefined)).toEqual({ kind: 'loading' });
  });

  it.each(['not-found', 'bad-input', 'not-allowed'] as const)(
    'is the way back instead of a second try when it is %s, as of a page that was opened by a wrong path',
    (code) => {
      expect(shown(undefined, failed(code))).toMatchObject({ kind: 'not-yours' });
      expect(shown(undefined, failed('internal'))).toMatchObject({ kind: 'error' });
    },
  );

  it('is the new answer when it is here', () => {
    expect(shown(kept, { ok: true, output: 'new' })).toEqual({
      kind: 'known',
      output: 'new',
      asOfAtMs: null,
    });
  });

  it.each(['offline', 'timeout', 'update-needed'] as const)(
    'is the earlier answer with its age when %s',
    (code) => {
      expect(shown(kept, failed(code))).toEqual({ kind: 'known', output: 'old', asOfAtMs: 5 });
      expect(shown(undefined, failed(code))).toMatchObject({ kind: 'error' });
    },
  );

  it('is never the earlier answer for somebody who is no longer bound', () => {
    expect(shown(kept, failed('not-bound'))).toEqual({ kind: 'guest' });
  });

  it('is whose it is, not an error to try again, for who does not hold the office any more', () => {
    expect(shown(kept, failed('not-allowed'))).toEqual({
      kind: 'not-yours',
      text: expect.stringContaining('不在你的职务里'),
    });
  });

  it('is the error with its number for a fault of ours, even when something is remembered', () => {
    expect(shown(kept, failed('internal'))).toMatchObject({
      kind: 'error',
      text: expect.stringContaining('r1'),
    });
  });
});
