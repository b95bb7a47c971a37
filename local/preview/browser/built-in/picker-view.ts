import { descendantsOf } from '../box-of';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, partOf } from './define';

interface ColumnPart extends BuiltInPart {
  readonly index: () => number;
  readonly scrollTo: (index: number) => void;
}

/** Columns that snap; the value changes when a column has come to rest. */
export function definePickerView(): void {
  defineBuiltIn('picker-view', {
    isFormField: true,
    attributes: {
      indicatorStyle: '',
      indicatorClass: '',
      maskStyle: '',
      maskClass: '',
      immediateChange: false,
    },
    create: createView,
  });
  defineBuiltIn('picker-view-column', { create: createColumn });
}

function createView({ node, host, attributes, set, fire }: BuiltIn): BuiltInPart {
  const columns = (): ColumnPart[] =>
    [...descendantsOf(node, 'composed')].flatMap((each) =>
      each.is === 'wx-picker-view-column' ? ((partOf(each) as ColumnPart | undefined) ?? []) : [],
    );
  const values = (): number[] => columns().map((column) => column.index());
  const place = (): void => {
    const wanted = (attributes['value'] as number[] | undefined) ?? [];
    columns().forEach((column, index) => column.scrollTo(wanted[index] ?? 0));
  };
  host.addEventListener('touchstart', () => fire('pickstart'));
  host.addEventListener('columnrest', () => {
    set({ value: values() });
    fire('change', { value: values() });
    fire('pickend');
  });
  return {
    attached: () => requestAnimationFrame(place),
    update: () => requestAnimationFrame(place),
    formValue: values,
    reset: () => set({ value: columns().map(() => 0) }),
  };
}

function createColumn({ host }: BuiltIn): ColumnPart {
  const itemHeight = (): number =>
    (host.firstElementChild as HTMLElement | null)?.offsetHeight || 1;
  const part: ColumnPart = {
    index: () => Math.round(host.scrollTop / itemHeight()),
    scrollTo: (index) => {
      if (part.index() !== index) host.scrollTo({ top: index * itemHeight() });
    },
    attached: () => {
      // Half of the column above and below, so that the first and the last item can be in the middle.
      requestAnimationFrame(() => {
        const space = (host.clientHeight - itemHeight()) / 2;
        host.style.paddingBlock = `${Math.max(0, space)}px`;
      });
    },
  };
  host.addEventListener('scroll', (event) => event.stopImmediatePropagation());
  host.addEventListener('scrollend', () => {
    host.dispatchEvent(new CustomEvent('columnrest', { bubbles: true }));
  });
  return part;
}
