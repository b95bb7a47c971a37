/** Whether both say the same, in whatever order their fields stand. */
export const isAlike = (one: object, other: object): boolean => sorted(one) === sorted(other);

const sorted = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
