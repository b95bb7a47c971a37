import type { Action } from '../../../../contract/action';

interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly Shape[];
}

export interface TextField {
  readonly name: string;
  readonly schema: Action['input'];
}

const TEXTLESS = ['literal', 'boolean', 'picklist', 'number', 'custom'];

/** Every field of a schema that is a string, at any depth; a kind of schema that is not known here throws. */
export function textFields(schema: Action['input'], name = ''): readonly TextField[] {
  const shape = schema as unknown as Shape;
  const inside = (inner: Shape | undefined, of: string): readonly TextField[] =>
    inner === undefined ? [] : textFields(inner as unknown as Action['input'], of);
  switch (shape.type) {
    case 'string':
      return [{ name, schema }];
    case 'strict_object':
      return Object.entries(shape.entries ?? {}).flatMap(([field, inner]) => inside(inner, field));
    case 'array':
      return inside(shape.item, name);
    case 'optional':
    case 'nullable':
      return inside(shape.wrapped, name);
    case 'variant':
      return (shape.options ?? []).flatMap((option) => inside(option, name));
    default:
      if (TEXTLESS.includes(shape.type)) return [];
      throw new Error(`what texts a ${shape.type} has is not known here, nor to wordsIn`);
  }
}
