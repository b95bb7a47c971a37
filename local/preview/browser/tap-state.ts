/**
 * Some calls are allowed only while a person's tap is being handled: in the handler and the
 * microtasks after it, not after a timer or an answer from the network.
 */
let tapped = false;
const nextTask = new MessageChannel();
nextTask.port1.onmessage = () => {
  tapped = false;
};

/** Starts the tap state; it ends with the current task. */
export function rememberTap(): void {
  tapped = true;
  nextTask.port2.postMessage(undefined);
}

/** @throws the message of the real client when no tap is being handled. */
export function requireTap(): void {
  if (!tapped) throw new Error('can only be invoked by user TAP gesture.');
}
