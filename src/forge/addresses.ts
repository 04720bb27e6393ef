/** Where things of the forge are, as the browser sees them; every URL in an answer is made of these. */
export interface Addresses {
  /** The origin alone: `http://127.0.0.1:4800`. */
  origin: string;
  owner: string;
  repo: string;
  /** The root of the API. */
  api: string;
  /** The repository in the API. */
  repository: string;
  /** The repository for people. */
  web: string;
  /** The repository for git. */
  git: string;
  page: (pullNumber: number) => string;
}

/** The addresses of one repository under an origin. */
export function addressesAt(
  origin: string,
  { owner, repo }: { owner: string; repo: string },
  page: (pullNumber: number) => string,
): Addresses {
  const api = `${origin}/api/v3`;
  const web = `${origin}/${owner}/${repo}`;
  return {
    origin,
    owner,
    repo,
    api,
    repository: `${api}/repos/${owner}/${repo}`,
    web,
    git: `${web}.git`,
    page,
  };
}
