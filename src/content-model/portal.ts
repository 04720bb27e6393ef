import { z } from "zod";
import { clockTime } from "./clock-time.ts";
import { hostSchema } from "./host.ts";

/** What a person does: editors write, approvers answer for content, operators for settings and code. */
export const roleSchema = z.enum(["editor", "approver", "operator"]);

/** One role held for some sites (`"*"`: all of them). */
const grantSchema = z.strictObject({
  role: roleSchema,
  sites: z.union([z.literal("*"), z.array(z.string()).min(1)]),
});

const workingHoursSchema = z
  .array(z.strictObject({ from: clockTime("Từ"), to: clockTime("Đến") }))
  .min(1)
  .refine(
    (hours) => hours.every(({ from, to }, index) => from < to && from >= (hours[index - 1]?.to ?? "")),
    { error: "giờ làm việc phải theo thứ tự trong ngày và không chồng lên nhau" },
  );

const personSchema = z.strictObject({
  login: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/),
  name: z.string().min(2),
  title: z.string().optional(),
  grants: z.array(grantSchema).min(1),
});

/** The authority's settings and who may do what: `content/portal.yaml`. Protected; read from main alone. */
export const portalSchema = z
  .strictObject({
    name: z.string().min(3),
    timeZone: z.literal("Asia/Ho_Chi_Minh"),
    /** Site ids; the first is the province portal. */
    sites: z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1),
    people: z.array(personSchema),
    /** When the office works on a working day, in order; without it, the usual hours of `working-time.ts`. */
    workingHours: workingHoursSchema.optional(),
    /** Public keys, besides the newsroom's own, whose signature makes a release: `ssh-ed25519 AAAA…`. */
    releaseKeys: z
      .array(z.string().regex(/^(?:ssh-ed25519|ecdsa-sha2-\S+|ssh-rsa) [A-Za-z0-9+/=]+(?: .*)?$/))
      .default([]),
    /** Where releases are brought to; without it, a primary and a standby on the newsroom's own machine. */
    hosts: z.array(hostSchema).min(1).optional(),
  })
  .superRefine((portal, context) => {
    const seen = new Set<string>();
    portal.people.forEach((person, index) => {
      if (seen.has(person.login)) {
        context.addIssue({
          code: "custom",
          path: ["people", index, "login"],
          message: `tên đăng nhập ${person.login} bị trùng`,
        });
      }
      seen.add(person.login);
    });
    const grants = portal.people.flatMap((person) => person.grants);
    if (!grants.some((grant) => grant.role === "operator")) {
      context.addIssue({ code: "custom", path: ["people"], message: "phải còn ít nhất một người vận hành" });
    }
    for (const site of portal.sites) {
      const answered = grants.some(
        ({ role, sites }) => role === "approver" && (sites === "*" || sites.includes(site)),
      );
      if (!answered) {
        context.addIssue({
          code: "custom",
          path: ["people"],
          message: `trang ${site} phải có ít nhất một người duyệt`,
        });
      }
    }
  });

export type Portal = z.infer<typeof portalSchema>;
export type Person = Portal["people"][number];
export type Role = z.infer<typeof roleSchema>;
