/** What is wrong with a file; undefined: nothing that its bytes tell. docs/rules.md#R-242 */
export type FileFault =
  | 'file-not-what-it-says'
  | 'file-locked'
  | 'file-has-macros'
  | 'file-cut'
  | undefined;
