import { entryAfter } from "./audit.ts";

/** Who set a password and whether it is to be changed at the next sign-in; who goes on with a submission. */
export const peopleSchema = `
  ALTER TABLE accounts ADD COLUMN password_by TEXT;
  ALTER TABLE accounts ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;

  DROP TRIGGER audit_password;
  ${entryAfter("password", "UPDATE OF password ON accounts WHEN NEW.password IS NOT OLD.password", {
    at: "NEW.updated_at",
    login: "coalesce(NEW.password_by, 'console')",
    action: "'changed the password of'",
    subject: "NEW.login",
    detail: "''",
  })}

  CREATE TABLE assignees (
    number INTEGER NOT NULL REFERENCES issues (number),
    login TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (number, login)
  ) STRICT;
`;
