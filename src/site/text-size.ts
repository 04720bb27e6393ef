const key = "co-chu";

/** Keeps the reader's text size from one article to the next; choosing one works without this. */
export function rememberTextSize(page: Document): void {
  const choices = [...page.querySelectorAll<HTMLInputElement>(".sizes input")];
  const kept = choices.find(({ value }) => value === stored());
  if (kept) kept.checked = true;
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      store(choice.value);
    });
  }
}

// A browser that keeps nothing for sites refuses with an error: the reader then chooses anew on each page.
function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See above.
  }
}
