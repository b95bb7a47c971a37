import { templateValues } from '../../../cloudfunctions/clock/template-values';

const LONG_NAME = '阿卜杜热合曼·买买提依明江·艾合买提';
const valueOf = (titleField: string, title: string, titleEnd?: string) =>
  templateValues(
    { id: 't', title: 't', fields: { title: titleField, time: 'time2', note: 'thing3' } },
    { title, ...(titleEnd !== undefined && { titleEnd }), atMs: 0, note: '点开看详情' },
  )[titleField] ?? '';

describe('a title that its field cannot hold', () => {
  it('keeps the count of several messages', () => {
    const value = valueOf('thing1', '关于做好今冬明春安全生产和防寒防冻工作的通知', '等3条');
    expect(value).toMatch(/^关于做好今冬明春安全生产.*…等3条$/u);
    expect(Array.from(value).length).toBeLessThanOrEqual(20);
  });

  it('keeps the verb after a long name', () => {
    expect(valueOf('thing1', LONG_NAME, '没有同意这次换班')).toMatch(
      /^阿卜杜.*…没有同意这次换班$/u,
    );
  });

  it.each(['name1', 'phrase1', 'character_string1'])('has no mark of a cut in %s', (field) => {
    const value = valueOf(field, `${LONG_NAME}${'x'.repeat(40)}`, '等3条');
    expect(value).not.toContain('…');
    expect(value).not.toBe('');
  });
});
