/** Two blanks stand between them: "本人：____________", then "日期：____________", for whoever signs on paper. */
export const signatureText = (signers: readonly string[]): string =>
  signers.map((signer) => `${signer}：____________`).join('　　');
