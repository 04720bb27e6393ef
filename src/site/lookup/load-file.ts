/** Loads a file of this site; undefined where there is none. */
export async function loadFile(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response.text();
}
