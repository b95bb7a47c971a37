import { isOn, textOf } from '../attribute-values';
import { descendantsOf, enclosing } from '../box-of';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, partOf } from './define';

interface CheckPart extends BuiltInPart {
  readonly isChecked: () => boolean;
  readonly setChecked: (on: boolean) => void;
  readonly value: () => string;
}

interface GroupPart extends BuiltInPart {
  readonly changed: (by: CheckPart) => void;
}

const CHECK_ATTRIBUTES = { value: '', checked: false, disabled: false, color: '#09BB07' } as const;

/** switch, checkbox, radio and the groups around the last two. */
export function defineCheckFields(): void {
  for (const kind of ['checkbox', 'radio'] as const) {
    defineBuiltIn(kind, { attributes: CHECK_ATTRIBUTES, create: (box) => createBox(box, kind) });
    defineBuiltIn(`${kind}-group`, {
      isFormField: true,
      create: (group) => createGroup(group, kind),
    });
  }
  defineBuiltIn('switch', {
    isFormField: true,
    attributes: { checked: false, disabled: false, type: 'switch', color: '#04BE02' },
    create: createSwitch,
  });
}

function createBox(
  { node, host, attributes, set }: BuiltIn,
  kind: 'checkbox' | 'radio',
): CheckPart {
  host.setAttribute('role', kind);
  const toggle = (): void => {
    if (isOn(attributes['disabled'])) return;
    if (kind === 'radio' && part.isChecked()) return;
    part.setChecked(!part.isChecked());
    (partOf(enclosing(node, `wx-${kind}-group`)) as GroupPart | undefined)?.changed(part);
  };
  const part: CheckPart = {
    isChecked: () => isOn(attributes['checked']),
    setChecked: (on) => set({ checked: on }),
    value: () => textOf(attributes['value']),
    onTap: toggle,
    activate: toggle,
    update: () => {
      host.setAttribute('aria-checked', String(part.isChecked()));
      host.toggleAttribute('disabled', isOn(attributes['disabled']));
      host.style.setProperty('--check-color', textOf(attributes['color']));
    },
  };
  return part;
}

function createGroup({ node, fire }: BuiltIn, kind: 'checkbox' | 'radio'): GroupPart {
  const boxes = (): CheckPart[] =>
    [...descendantsOf(node, 'composed')].flatMap((each) =>
      each.is === `wx-${kind}` ? ((partOf(each) as CheckPart | undefined) ?? []) : [],
    );
  const value = (): string | string[] => {
    const checked = boxes().filter((box) => box.isChecked());
    const values = checked.map((box) => box.value());
    return kind === 'radio' ? (values[0] ?? '') : values;
  };
  return {
    changed: (by) => {
      if (kind === 'radio') {
        for (const other of boxes()) if (other !== by) other.setChecked(false);
      }
      fire('change', { value: value() });
    },
    formValue: value,
    reset: () => {
      for (const box of boxes()) box.setChecked(false);
    },
  };
}

function createSwitch({ host, attributes, set, fire }: BuiltIn): BuiltInPart {
  host.setAttribute('role', 'switch');
  const toggle = (): void => {
    if (isOn(attributes['disabled'])) return;
    set({ checked: !isOn(attributes['checked']) });
    fire('change', { value: isOn(attributes['checked']) });
  };
  return {
    onTap: toggle,
    activate: toggle,
    formValue: () => isOn(attributes['checked']),
    reset: () => set({ checked: false }),
    update: () => {
      host.setAttribute('aria-checked', String(isOn(attributes['checked'])));
      host.toggleAttribute('disabled', isOn(attributes['disabled']));
      host.dataset['type'] = textOf(attributes['type']);
      host.style.setProperty('--check-color', textOf(attributes['color']));
    },
  };
}
