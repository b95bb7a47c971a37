import type { Delivered } from '../../../../miniprogram/api/outbox';
import { refusalsText } from '../../../../miniprogram/pages/today/delivered';

const delivered = (action: 'reply' | 'checkIn', code?: string): Delivered => ({
  waiting: { action, input: {}, requestId: 'r', madeAtMs: 1, title: '消防演练' },
  result:
    code === undefined ? { ok: true, output: {} } : { ok: false, code, detail: {}, requestId: 'r' },
});

describe('writes that had waited for the network', () => {
  it('are not spoken of when they went well', () => {
    expect(refusalsText([delivered('reply'), delivered('checkIn')])).toBe('');
  });

  it('are told by their title and reason when they were refused', () => {
    const text = refusalsText([
      delivered('reply', 'sitting-over'),
      delivered('reply'),
      delivered('checkIn', 'closed'),
    ]);
    expect(text).toBe(
      '消防演练：这一场已经结束，看看还有没有别的场次。\n' +
        '消防演练：签到已截止，没有记录。人在现场的话，请书记在点名册里登记。',
    );
  });

  it('have the shared texts for what can happen to every call', () => {
    expect(refusalsText([delivered('checkIn', 'internal')])).toContain('编号 r');
  });
});
