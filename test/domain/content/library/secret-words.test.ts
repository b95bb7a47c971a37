import { SECRET_SIGNS } from '../../../../contract/content/secret-signs.text';
import { secretIn } from '../../../../domain/content/library/secret-words';

test.each<[text: string, kind: string | undefined]>([
  ['安全新规要点', undefined],
  ['机密文件汇编', 'secrecy'],
  ['机 密 文件', 'secrecy'],
  ['机\u200b密', 'secrecy'],
  ['秘密★十年', 'secrecy'],
  ['密级：内部', 'secrecy'],
  ['《保守国家秘密法》图解', undefined],
  ['保守国家秘密法和一份秘密', 'secrecy'],
  ['保密教育第二课', undefined],
  ['内部资料汇编', 'internal'],
  ['会议纪要（注意保存）', 'internal'],
  ['关于印发厂办发〔2026〕12号的通知', 'file-number'],
  ['厂办发 [2026] 12 号', 'file-number'],
  ['厂办发（2026）第12号', 'file-number'],
  ['2026年第12号公告', undefined],
  ['3 号炉绕行图', undefined],
  ['发电机密封油系统检修', undefined],
  ['磨煤机密封风机启停', undefined],
  ['空压机密封改造', undefined],
  ['汽轮机密封件的机密图纸', 'secrecy'],
  ['机密封存清单', 'secrecy'],
  ['加强协商密切联系', undefined],
  ['商密等级', 'secrecy'],
])('%s is a sign of %s', (text, kind) => {
  expect(secretIn(text, SECRET_SIGNS)?.kind).toBe(kind);
});

test('in the field for the number that of a public paper may stand, and none of a secret one', () => {
  expect(secretIn('国发〔2026〕3号', SECRET_SIGNS, false)).toBeUndefined();
  expect(secretIn('厂密〔2026〕3号', SECRET_SIGNS, false)?.kind).toBe('secrecy');
  expect(secretIn('机密 3号', SECRET_SIGNS, false)?.found).toBe('机密');
});
