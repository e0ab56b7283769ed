import { startReferenceEndpoint } from './endpoint';
import { testKeys } from './keys';

/** An endpoint to try things out with: `npx tsx test/endpoint/run.ts [PORT] [--signed]`. */
async function run(args: readonly string[]): Promise<void> {
  const port = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 8421);
  const isSigned = args.includes('--signed');
  const { address } = await startReferenceEndpoint({
    port,
    ...(isSigned && { appSecret: testKeys.appSecret }),
  });
  console.log(`The endpoint of test/endpoint/booking.flow.json answers at ${address}`);
  if (isSigned) console.log(`It wants requests signed with the app secret ${testKeys.appSecret}`);
  console.log(`Its public key:\n\n${testKeys.publicKey}\nCtrl-C ends it.`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
