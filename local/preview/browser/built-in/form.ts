import { textOf } from '../attribute-values';
import { formField } from '../behaviors';
import { descendantsOf, type TreeNode } from '../box-of';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, partOf } from './define';

export function defineForm(): void {
  defineBuiltIn('form', {
    attributes: { reportSubmit: false, reportSubmitTimeout: 0 },
    create: createForm,
  });
}

interface FieldCaller {
  data: { name?: unknown; value?: unknown };
  setData(values: object): void;
}

function createForm({ node, fire }: BuiltIn): BuiltInPart {
  return {
    activate: () => {
      const value: Record<string, unknown> = {};
      for (const field of fieldsOf(node)) {
        const { data } = callerOf(field);
        const name = textOf(data.name);
        if (name !== '') value[name] = partOf(field)?.formValue?.() ?? data.value ?? '';
      }
      fire('submit', { value, formId: 'the formId is a mock one' });
    },
    reset: () => {
      for (const field of fieldsOf(node)) {
        const part = partOf(field);
        if (part?.reset) part.reset();
        else callerOf(field).setData({ value: '' });
      }
      fire('reset', {});
    },
  };
}

function callerOf(field: TreeNode): FieldCaller {
  return field.getMethodCaller?.() as FieldCaller;
}

/** Fields in the same template, the platform's and those of libraries. */
function fieldsOf(form: TreeNode): TreeNode[] {
  const behavior = (formField as unknown as { _$: unknown })._$;
  return [...descendantsOf(form, 'shadow')].filter(
    (node) => node !== form && node.hasBehavior?.(behavior) === true,
  );
}
