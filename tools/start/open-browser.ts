import { spawn } from 'node:child_process';

/** Shows the address in the person's browser; where there is none, nothing happens. */
export function openBrowser(url: string): void {
  const command = browserCommand(url);
  if (command === undefined) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function browserCommand(url: string): [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  const screen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  return screen === undefined ? undefined : ['xdg-open', url];
}
