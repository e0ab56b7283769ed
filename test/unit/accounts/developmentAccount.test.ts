import { afterEach, expect, it, vi } from 'vitest';
import { signInDevelopmentAccount } from '../../../src/accounts/developmentAccount';
import { KEYS, openWindow, Storage } from './house';

afterEach(() => void vi.unstubAllEnvs());

function offer(endpoint: string): void {
  const account = { label: 'Simulator', ...KEYS, endpoint, spaces: [{ id: 'cams-1', label: 'One' }] };
  vi.stubEnv('CAMS_FLOWS_DEVELOPMENT_ACCOUNT', JSON.stringify(account));
}

it('is signed in once, and again when its simulator has another port', async () => {
  const { accounts } = openWindow(new Storage());
  offer('http://127.0.0.1:5001');
  await signInDevelopmentAccount(accounts);
  await signInDevelopmentAccount(accounts);
  expect(accounts.all).toMatchObject([
    { label: 'Simulator', endpoint: 'http://127.0.0.1:5001', spaces: [{ id: 'cams-1', label: 'One' }] },
  ]);
  offer('http://127.0.0.1:5002');
  await signInDevelopmentAccount(accounts);
  expect(accounts.all).toMatchObject([{ label: 'Simulator', endpoint: 'http://127.0.0.1:5002' }]);
});

it('is nobody without the variable, and a broken one is not quoted', async () => {
  const { accounts } = openWindow(new Storage());
  vi.stubEnv('CAMS_FLOWS_DEVELOPMENT_ACCOUNT', '');
  await signInDevelopmentAccount(accounts);
  expect(accounts.all).toEqual([]);
  vi.stubEnv('CAMS_FLOWS_DEVELOPMENT_ACCOUNT', '{"accessKeySecret":"planted"');
  await expect(signInDevelopmentAccount(accounts)).rejects.toThrow(/^(?!.*planted)/);
});
