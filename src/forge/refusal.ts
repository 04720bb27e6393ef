/** A request that is answered with an error: HTTP status, the message people read, and GitHub's other fields. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly fields: Record<string, unknown>;

  constructor(status: Refusal["status"], message: string, fields: Record<string, unknown> = {}) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.fields = fields;
  }
}

/** The answer for whatever does not exist or may not be seen; the text is GitHub's. */
export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}
