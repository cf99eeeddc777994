interface Entry {
  readonly host: string;
  readonly source: string;
  readonly entity: unknown;
}

/** Recorded answers beside the checkout; where there are none, says how many cases do not run, and gives none. */
export async function recorded(file: string, count: number): Promise<readonly Entry[]> {
  return (await shared<readonly Entry[]>(`fixtures/${file}.json`, count)) ?? [];
}

/** A file of the shared data; where there is none, says how many cases do not run. */
export async function shared<T>(path: string, count: number): Promise<T | undefined> {
  const response = await fetch(`/__shared/data/${path}`);
  if (response.ok) return (await response.json()) as T;
  console.log(`${count} cases not run: no ${path} beside the repository`);
  return undefined;
}
