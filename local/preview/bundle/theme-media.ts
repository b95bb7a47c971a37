import type { AtRule, Root, Rule } from 'postcss';

const THEME_FEATURE = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/;

/**
 * Takes `prefers-color-scheme` out of media queries and asks for `data-theme` on the root element
 * instead, so that each phone is light or dark by itself. `:where` keeps specificity and order.
 * Other conditions of the query stay. Queries that cannot be moved are reported and stay as they are.
 */
export function moveThemeToAttribute(root: Root, warnings: string[], file: string): void {
  root.walkAtRules('media', (media) => {
    const theme = THEME_FEATURE.exec(media.params)?.[1];
    if (theme === undefined) return;
    if (media.params.includes(',') || /\bnot\b|\bor\b/.test(media.params)) {
      warnings.push(`${file}: "@media ${media.params}" follows the browser, not the phone`);
      return;
    }
    media.walkRules((rule) => {
      if (!isInKeyframes(rule)) {
        rule.selectors = rule.selectors.map((selector) => underTheme(selector, theme));
      }
    });
    const rest = media.params
      .replace(THEME_FEATURE, '')
      .replace(/^\s*and\s+|\s+and\s*$/g, '')
      .replace(/\s+and\s+and\s+/, ' and ')
      .trim();
    if (rest === '' || rest === 'screen' || rest === 'all') media.replaceWith(media.nodes ?? []);
    else media.params = rest;
  });
}

function underTheme(selector: string, theme: string): string {
  return `:where([data-theme="${theme}"]) ${selector}`;
}

export function isInKeyframes(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes');
}
