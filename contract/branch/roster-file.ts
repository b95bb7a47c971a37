/** Of a roster as a file. A piece is what one call carries of it. docs/rules.md#R-133 */
export const ROSTER_FILE = { bytes: 960_000, pieceBytes: 60_000, pieces: 16, lines: 5000 } as const;
