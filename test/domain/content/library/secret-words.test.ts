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

test.each([
  '手机密码怎么设置',
  '计算机密码管理',
  '手机 密码',
  '主机密封油系统检修要点',
  '小机密封水',
  '给水泵汽轮机密封面研磨',
  '引风机密封装置改造',
  '与司机密切配合',
  '和厂商密切联系',
  '外单位交涉密切跟进',
  '风机密集布置区巡检',
  '主机密闭空间作业',
  '飞机密度高度',
  '杜绝密集作业',
  '隔绝密闭门',
  '精密级压力表校验',
  '信息的机密性和完整性',
  '无记名秘密投票怎么投',
  '支部换届：设秘密写票处',
  '严守党的秘密（入党誓词）',
  '保守党的秘密，对党忠诚',
  '党史：秘密战线上的共产党员',
])('%s is harmless', (text) => {
  expect(secretIn(text, SECRET_SIGNS)).toBeUndefined();
});

test.each([
  '机密',
  '机密★10年',
  '秘密★',
  '【机密】',
  '【机 密】',
  '（秘密）人员名册',
  '绝密',
  '绝密 切换方案',
  '机密 切换操作票',
  '机密\n密封油系统图',
  '机 密 封油系统图',
  '机密密封油系统图',
  '密级：机密',
  '密级:秘密',
  '机密级文件',
  '机密封存清单',
  '机密切勿外传',
  '机密集中保管办法',
  '机密码电',
  '主机密封图（机密）',
  '手机密码.机密',
  '无记名秘密投票结果（秘密）',
  '严守党的秘密：秘密文件三份',
  '工作秘密清单',
  '涉密人员名册',
  '商密等级',
])('%s is a sign of secrecy', (text) => {
  expect(secretIn(text, SECRET_SIGNS)?.kind).toBe('secrecy');
});

test('in the field for the number that of a public paper may stand, and none of a secret one', () => {
  expect(secretIn('国发〔2026〕3号', SECRET_SIGNS, false)).toBeUndefined();
  expect(secretIn('厂密〔2026〕3号', SECRET_SIGNS, false)?.kind).toBe('secrecy');
  expect(secretIn('机密 3号', SECRET_SIGNS, false)?.found).toBe('机密');
});
