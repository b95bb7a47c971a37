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
  plain: [
    '国家秘密法',
    '保守国家秘密',
    '保守秘密',
    '保密教育',
    '防止泄密',
    '涉密网络安全常识',
    // Seals of machines of the plant (发电机密封油, 磨煤机密封风机), and close talks.
    '电机密封',
    '煤机密封',
    '风机密封',
    '汽机密封',
    '轮机密封',
    '压机密封',
    '缩机密封',
    '协商密切',
  ],
  // 厂办发〔2026〕12号, also with other brackets.
  fileNumber: /[\u4e00-\u9fff]{1,12}[〔[(【]20\d{2}[〕\])】]第?\d{1,5}号/u,
};
