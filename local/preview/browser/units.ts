/** Units of a phone in values that are made at run time; style sheets are rewritten when bundled. */
export function inlineUnits(style: string): string {
  return style
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, size: string) => `${Number(size) / 7.5}vw`)
    .replace(
      /(^|[^\w.-])(-?\d*\.?\d+)vh\b/gi,
      (_, before: string, size: string) => `${before}calc(var(--wx-vh) * ${size})`,
    )
    .replace(
      /(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^()]*)?\)/g,
      (_, side: string) => `var(--wx-safe-${side}, 0px)`,
    );
}
