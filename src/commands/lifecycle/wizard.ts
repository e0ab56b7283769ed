import { back, type Back, type Frame } from '../../accounts/steps';

/** Asks one thing and remembers the answer. */
export type WizardStep = (frame: Frame) => Promise<Back | undefined>;

/** One question after the other, with the way back. Rejects with CancelledError when one of them is dismissed. */
export async function askInTurn(title: string, steps: readonly WizardStep[], first = 0): Promise<void> {
  for (let index = first; index < steps.length;) {
    const answer = await steps[index]!({ title, step: index + 1, totalSteps: steps.length });
    index = Math.max(0, index + (answer === back ? -1 : 1));
  }
}
