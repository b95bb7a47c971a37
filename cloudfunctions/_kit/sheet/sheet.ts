/** What a file is as a sheet: rows of texts, or why it is none that we read. docs/rules.md#R-133 */
export type Sheet =
  | {
      readonly kind: 'sheet';
      readonly sheetName: string;
      /** From the first row on; '' where a cell is empty. */
      readonly rows: readonly (readonly string[])[];
      /** Cells that are calculated, as 'B5'. */
      readonly formulas: readonly string[];
      /** Cells that are merged, as 'A3:A9'. */
      readonly merged: readonly string[];
    }
  | { readonly kind: 'refused'; readonly code: SheetRefusal };

export type SheetRefusal =
  /** Another kind of file, whatever it is called. */
  | 'not-xlsx'
  /** Of Excel 97 to 2003, or with a password: both look alike. */
  | 'old-or-locked'
  /** It says that it is .xlsx, and cannot be read. */
  | 'damaged'
  /** What is packed in it is more than a roster can be. */
  | 'too-large-inside';
