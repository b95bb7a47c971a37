/**
 * Whether two ways of writing a person's name mean the same: composed and decomposed characters,
 * spaces of any width and the several middle dots of names from other languages make no difference. docs/rules.md#R-60
 */
export function isSameName(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\s\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\uff0e]/gu, '');
}
