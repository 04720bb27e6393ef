/** Who wrote or recorded something, and when. */
export interface Person {
  name: string;
  email: string;
  date: Date;
}

/** A commit; `message` is complete, with its title and trailers. */
export interface Commit {
  oid: string;
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  message: string;
}

/** Reads the bytes of a commit object. */
export function parseCommit(oid: string, data: Buffer): Commit {
  const text = data.toString("utf8");
  const blank = text.indexOf("\n\n");
  const head = blank < 0 ? text : text.slice(0, blank);
  const message = blank < 0 ? "" : text.slice(blank + 2);

  const commit: Commit = { oid, tree: "", parents: [], author: nobody(), committer: nobody(), message };
  for (const line of head.split("\n")) {
    const space = line.indexOf(" ");
    const value = line.slice(space + 1);
    const key = line.slice(0, space);
    if (key === "tree") commit.tree = value;
    else if (key === "parent") commit.parents.push(value);
    else if (key === "author") commit.author = parsePerson(value);
    else if (key === "committer") commit.committer = parsePerson(value);
  }
  return commit;
}

/** The variables by which `git commit-tree` learns who wrote and who recorded a commit. */
export function personEnvironment(role: "AUTHOR" | "COMMITTER", person: Person): Record<string, string> {
  const email = clean(person.email);
  return {
    [`GIT_${role}_NAME`]: clean(person.name) || email || "unknown",
    [`GIT_${role}_EMAIL`]: email,
    [`GIT_${role}_DATE`]: `@${String(Math.floor(person.date.getTime() / 1000))} +0000`,
  };
}

function parsePerson(text: string): Person {
  const match = /^(.*?) ?<([^>]*)> (-?\d+)/.exec(text);
  const [, name = "", email = "", seconds = "0"] = match ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000) };
}

/** git drops these characters itself, but refuses a name that has nothing else. */
function clean(text: string): string {
  return text.replace(/[<>\n\r\0]/g, "").replace(/^[\s.,:;"']+|[\s.,:;"']+$/g, "");
}

function nobody(): Person {
  return { name: "", email: "", date: new Date(0) };
}
