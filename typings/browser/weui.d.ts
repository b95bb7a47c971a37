/** weui.js ships no types; this is the part that the preview uses. */
declare module 'weui.js' {
  interface Button {
    label: string;
    type?: string;
    onClick?: () => void;
  }
  interface PickerItem {
    label: string;
    value: number;
    disabled?: boolean;
  }
  interface PickerOptions {
    id?: string;
    title?: string;
    defaultValue?: number[];
    onConfirm?: (chosen: PickerItem[]) => void;
    onClose?: () => void;
  }
  const weui: {
    dialog(options: {
      title: string;
      content: string;
      isAndroid: boolean;
      buttons: Button[];
    }): ArrayLike<HTMLElement>;
    actionSheet(
      items: Button[],
      actions: Button[],
      options: { title?: string; isAndroid: boolean; onClose: () => void },
    ): unknown;
    picker(...columnsThenOptions: (PickerItem[] | PickerOptions)[]): unknown;
    datePicker(options: PickerOptions & { start: string; end: string; depth: number }): unknown;
  };
  export default weui;
}

declare module '*.css' {
  const text: string;
  export default text;
}
