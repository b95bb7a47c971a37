/** Rules of this repository that no linter has, written as ESLint's are. */

const LOCAL_TIME =
  /^(?:get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|set(?:FullYear|Month|Date|Hours|Minutes)|to(?:DateString|TimeString|LocaleString|LocaleDateString|LocaleTimeString))$/u;
const CHINESE = /[\u4e00-\u9fff]/u;

const noLocalTime = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'Civil time is Asia/Shanghai and lives in domain/time, by UTC methods.',
      });
    return {
      MemberExpression(node) {
        // A page may have a method of such a name: it is no date.
        if (node.object.type === 'ThisExpression') return;
        if (LOCAL_TIME.test(node.property.name)) report(node);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length > 1) report(node);
      },
    };
  },
};

const noChineseText = {
  create(context) {
    const look = (node, text) => {
      if (typeof text !== 'string' || !CHINESE.test(text)) return;
      context.report({
        node,
        message:
          'Chinese text lives in miniprogram/text, in the .view.ts of a page or in a .text.ts, not here.',
      });
    };
    return {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, node.value.raw),
    };
  },
};

export default {
  meta: { name: 'own' },
  rules: { 'no-local-time': noLocalTime, 'no-chinese-text': noChineseText },
};
