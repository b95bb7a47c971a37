/**
 * A style rule that shows `svg` in the colour of the text around it: the drawing is a mask.
 * Phones that know `mask` without prefix know the prefixed one too.
 */
export function iconRule(selector: string, svg: string): string {
  return `${selector}{-webkit-mask:url("data:image/svg+xml,${encode(svg)}") center/100% no-repeat;}`;
}

/** Only what a double-quoted data address cannot hold; shorter than base64, which is also limited on the first page. */
function encode(svg: string): string {
  return svg
    .trim()
    .replaceAll('"', "'")
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
}
