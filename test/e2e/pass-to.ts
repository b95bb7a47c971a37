import type { DemoStage } from './demo-stage';
import type { Phone } from './phone';

/** The phone lies there with the page open while its clock goes on to this instant. */
export async function passTo(stage: DemoStage, phone: Phone, atMs: number): Promise<void> {
  await stage.cloud.clock.set(atMs);
  await phone.page.evaluate(() => new BroadcastChannel('preview-clock').postMessage(null));
}
