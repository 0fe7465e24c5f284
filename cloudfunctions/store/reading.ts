import { databaseFault } from './database';

/** Runs a read of the SDK; whatever it throws becomes a fault that is safe to retry. */
export async function reading<Found>(read: () => Promise<{ data?: unknown }>): Promise<Found[]> {
  try {
    // The caller names what its collection holds; nothing but this store writes there.
    return ((await read()).data ?? []) as Found[];
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}
