import type { TemplateKey } from '../../domain/notice/kind-rules';
import type { MessageTemplate } from '../cloud/wechat/template-fields';

/** Of no real template: `npm run deploy` takes none that begins so. */
export const LOCAL_TEMPLATE_PREFIX = 'LOCAL-FAKE-';

/** The id that the variable TEMPLATES in cloudbaserc.json gives a template. */
export const localTemplateId = (key: TemplateKey): string => `${LOCAL_TEMPLATE_PREFIX}${key}`;

const keys = ['thing1', 'time2', 'thing3'];

/** The subscribe-message templates of the local WeChat. */
export const LOCAL_TEMPLATES: readonly MessageTemplate[] = [
  { templateId: localTemplateId('study'), title: '学习安排通知', keys },
  { templateId: localTemplateId('reminder'), title: '学习提醒', keys },
  { templateId: localTemplateId('notice'), title: '支部通知', keys },
];
