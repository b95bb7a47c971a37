import { isOn } from '../attribute-values';
import { askForPick } from '../wx/pick';
import { defineBuiltIn } from './define';

export function definePicker(): void {
  defineBuiltIn('picker', {
    isFormField: true,
    attributes: {
      mode: 'selector',
      range: [],
      rangeKey: '',
      start: '',
      end: '',
      fields: 'day',
      disabled: false,
      headerText: '',
      level: 'sub-district',
      customItem: '',
    },
    create: ({ attributes, set, fire }) => {
      const open = (): void => {
        if (isOn(attributes['disabled'])) return;
        const onColumn = (column: number, value: number): void => {
          fire('columnchange', { column, value });
        };
        askForPick(attributes, onColumn).then(
          (value) => {
            if (value === undefined) {
              fire('cancel');
              return;
            }
            set({ value });
            fire('change', { value });
          },
          (error: unknown) => {
            throw error;
          },
        );
      };
      return { onTap: open, activate: open };
    },
  });
}
