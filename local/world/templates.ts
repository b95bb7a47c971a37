import type { MessageTemplate } from '../cloud/wechat/template-fields';

/** The subscribe-message templates that the variable TEMPLATES in cloudbaserc.json names; no real ids. */
export const LOCAL_TEMPLATES: readonly MessageTemplate[] = [
  { templateId: 'LOCAL-FAKE-study', title: '学习安排通知', keys: ['thing1', 'time2', 'thing3'] },
  { templateId: 'LOCAL-FAKE-reminder', title: '学习提醒', keys: ['thing1', 'time2', 'thing3'] },
  { templateId: 'LOCAL-FAKE-notice', title: '支部通知', keys: ['thing1', 'time2', 'thing3'] },
];
