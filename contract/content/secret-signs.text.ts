import type { SecretSigns } from '../../domain/content/library/secret-words';

/** What points to a secret in a title, a note, a number or the name of a file. docs/rules.md#R-241 */
export const SECRET_SIGNS: SecretSigns = {
  words: {
    secrecy: [
      '绝密',
      '机密',
      '秘密',
      '密级',
      '保密期限',
      '商密',
      '涉密',
      '★',
      // 厂密〔2026〕3号
      '密〔20',
      '密[20',
      '密(20',
      '密【20',
    ],
    internal: [
      '内部文件',
      '内部资料',
      '内部使用',
      '内部参考',
      '内部传阅',
      '内部刊物',
      '仅供内部',
      '不得外传',
      '严禁外传',
      '请勿外传',
      '不得上网',
      '阅后收回',
      '阅后即焚',
      '注意保存',
      '红头文件',
    ],
  },
  // 机密 切换操作票, and 【机 密】.
  stamped: /(?:^|[^\p{L}])([绝机秘]\s*密)(?![\p{L}])/u,
  plain: [
    '国家秘密法',
    '保守国家秘密',
    '保守秘密',
    '严守秘密',
    '保密教育',
    '防止泄密',
    '涉密网络安全常识',
    '机密性',
    // The oath of the Party, how it elects, and its history.
    '党的秘密',
    '秘密投票',
    '秘密写票',
    '秘密划票',
    '秘密战线',
    '秘密党员',
    '秘密入党',
    '秘密联络',
    '秘密交通',
    '秘密电台',
    '秘密印刷',
    // Of instruments.
    '精密级',
    '严密级',
    '致密级',
  ],
  // 发电机密封油, 手机密码, 司机密切配合, 杜绝密集作业; but 机密封存 and 机密切勿外传.
  straddling:
    /[机商涉绝]密(?:码(?!本|电)|封(?!存|签|袋)|切(?!勿|不|莫|忌|记)|集(?!中)|[度闭布实钥植炼])/gu,
  // 厂办发〔2026〕12号, also with other brackets.
  fileNumber: /[\u4e00-\u9fff]{1,12}[〔[(【]20\d{2}[〕\])】]第?\d{1,5}号/u,
};
