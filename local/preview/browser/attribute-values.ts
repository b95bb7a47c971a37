/** Attributes arrive in whatever form a template gives them. */

/** A boolean attribute: present without a value means true. */
export function isOn(value: unknown): boolean {
  return value === '' || (value !== 'false' && Boolean(value));
}

/** A number attribute, in whatever form the template gives it. */
export function numberOf(value: unknown, otherwise: number): number {
  const parsed = parseFloat(textOf(value));
  return Number.isFinite(parsed) ? parsed : otherwise;
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
