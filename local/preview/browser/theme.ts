import { bundled } from './bundled-app';
import { onSettingChange, settings } from './settings';

/** A value of app.json or a page's json; `@name` means the variable of theme.json. */
export function themed(value: string | undefined): string | undefined {
  if (!value?.startsWith('@')) return value;
  const variable = bundled.theme[settings.theme][value.slice(1)];
  if (typeof variable !== 'string') throw new Error(`theme.json has no "${value.slice(1)}"`);
  return variable;
}

/** Keeps the attribute in step that rewritten media queries ask for. */
export function followTheme(): void {
  const apply = (): void => {
    document.documentElement.dataset['theme'] = settings.theme;
    document.documentElement.style.colorScheme = settings.theme;
  };
  apply();
  onSettingChange('theme', apply);
}

export function fontSizePx(): number {
  return Math.round(16 * settings.fontScale * 100) / 100;
}
