import { checkValues } from '../../../../local/cloud/wechat/template-fields';

const check = (key: string, value: string): (() => unknown) => {
  const template = { templateId: 'T', title: '标题', keys: [key] };
  return () => checkValues(template, { [key]: { value } });
};

describe('a value of a subscribe message', () => {
  it.each([
    ['thing1', '学'.repeat(20)],
    ['phrase1', '待参加'],
    ['name1', '张三'],
    ['name1', 'Zhang San'],
    ['number1', '12.5'],
    ['letter1', 'ABC'],
    ['symbol1', '★'],
    ['character_string1', 'A-17 b'],
    ['time1', '14:05'],
    ['time1', '2025年3月5日 14:05~2025年3月5日 15:05'],
    ['date1', '2025年3月5日'],
    ['date1', '2025-03-05 14:05'],
    ['amount1', '¥12.50'],
    ['phone_number1', '+86-010-12345678'],
    ['car_number1', '京A12345'],
  ])('of type %s may be %s', (key, value) => {
    expect(check(key, value)).not.toThrow();
  });

  it.each([
    ['thing1', ''],
    ['thing1', '学'.repeat(21)],
    ['thing1', 'two\nlines'],
    ['phrase1', 'abc'],
    ['phrase1', '六个汉字太长'],
    ['name1', '一二三四五六七八九十一'],
    ['number1', 'twelve'],
    ['character_string1', '汉字'],
    ['time1', '下午两点'],
    ['date1', '3月5日'],
    ['amount1', '很多'],
    ['phone_number1', '1'.repeat(18)],
  ])('of type %s may not be %j', (key, value) => {
    expect(check(key, value)).toThrow(`argument invalid! data.${key}.value`);
  });
});
