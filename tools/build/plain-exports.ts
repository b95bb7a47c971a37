/** How the bundler hands out an export: through a getter, because bindings may change. */
const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/gu;

/** Where one that cannot change is declared, at the top level of a script that is not yet minified. */
const FIXED = /^(?:const|(?:async )?function\*?) ([\w$]+)/gmu;

/**
 * A script of the bundler, not yet minified, with constants and functions handed out as values:
 * a sixth of the bytes, and there are hundreds.
 */
export function plainExports(code: string): string {
  const fixed = new Set([...code.matchAll(FIXED)].map(([, name]) => name));
  return code.replace(GETTER, (all, name: string, binding: string) =>
    fixed.has(binding) ? `exports.${name} = ${binding};` : all,
  );
}
