type Fields = Readonly<Record<string, unknown>>;

/** Version 1 told the studies and the sittings that a message speaks of apart by `sittingId`. */
export function aboutHasKind({ about, ...older }: Fields): Fields {
  return { ...older, about: kindOf(about), schemaVersion: 2 };
}

function kindOf(about: unknown): unknown {
  if (typeof about !== 'object' || about === null) return about;
  const { sittingId, ...study } = about as Fields;
  return sittingId === null
    ? { kind: 'study', ...study }
    : { kind: 'sitting', sittingId, ...study };
}
