/** A new id per intention of the person; every repetition of it carries the same one. */
export function newRequestId(): string {
  const part = () =>
    Math.floor(Math.random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0');
  return `${Date.now().toString(36)}-${part()}${part()}`;
}
