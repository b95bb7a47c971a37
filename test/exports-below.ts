import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** What the files of a folder export, for lists that must not lack one of them. */
export async function exportsBelow(
  folder: string,
): Promise<readonly (readonly [string, unknown])[]> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const modules = await Promise.all(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => import(join(ROOT, folder, file)) as Promise<object>),
  );
  return modules.flatMap((module) => Object.entries(module));
}
