// Waiting for what is to come, never for a time.

export function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(() => true, () => false);
}

export async function until(what, test, patience = 60_000) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await test()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${what}`);
}
