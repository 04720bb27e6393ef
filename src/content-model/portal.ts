import { z } from "zod";
import { clockTime } from "./clock-time.ts";
import { delegationSchema, holds } from "./delegation.ts";
import { grantSchema, isWithin, scopeSchema } from "./grant.ts";
import { hostSchema } from "./host.ts";
import { importSourceSchema } from "./import-source.ts";

export type { Role } from "./grant.ts";

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
    /** Who acts for whom, from when to when. */
    delegations: z.array(delegationSchema).optional(),
    /** What needs two approvals, the second by a higher approver, without anybody asking for it. */
    higherApproval: z.array(scopeSchema).optional(),
    /** What approvers choose from when they return a submission. */
    returnReasons: z.array(z.string().trim().min(5).max(200)).min(1).max(20).optional(),
    /** Public keys, besides the newsroom's own, whose signature makes a release: `ssh-ed25519 AAAA…`. */
    releaseKeys: z
      .array(z.string().regex(/^(?:ssh-ed25519|ecdsa-sha2-\S+|ssh-rsa) [A-Za-z0-9+/=]+(?: .*)?$/))
      .default([]),
    /** Where releases are brought to; without it, a primary and a standby on the newsroom's own machine. */
    hosts: z.array(hostSchema).min(1).optional(),
    /** Systems outside that documents and results of cases are read from on a schedule. */
    sources: z.array(importSourceSchema).optional(),
  })
  .superRefine((portal, context) => {
    const complain = (path: (string | number)[], message: string) => {
      context.addIssue({ code: "custom", path, message });
    };
    const seen = new Set<string>();
    portal.people.forEach((person, index) => {
      if (seen.has(person.login))
        complain(["people", index, "login"], `tên đăng nhập ${person.login} bị trùng`);
      seen.add(person.login);
    });
    portal.sources?.forEach(({ id, site }, index, sources) => {
      if (sources.findIndex((other) => other.id === id) !== index)
        complain(["sources", index, "id"], `nguồn ${id} bị trùng`);
      if (!portal.sites.includes(site))
        complain(["sources", index, "site"], `không có trang nào tên ${site}`);
    });
    const grants = portal.people.flatMap((person) => person.grants);
    const approvers = grants.filter(({ role }) => role === "approver");
    if (!grants.some((grant) => grant.role === "operator"))
      complain(["people"], "phải còn ít nhất một người vận hành");
    for (const site of portal.sites) {
      // Whoever answers for a section alone leaves the rest of the site to nobody.
      if (!approvers.some((grant) => isWithin({ sites: [site] }, grant)))
        complain(["people"], `trang ${site} phải có ít nhất một người duyệt`);
    }
    portal.delegations?.forEach((delegation, index) => {
      const path = ["delegations", index];
      const of = (login: string) => portal.people.find((person) => person.login === login);
      for (const end of ["from", "to"] as const)
        if (!of(delegation[end]))
          complain([...path, end], `không có người nào tên đăng nhập ${delegation[end]}`);
      const held = of(delegation.from)?.grants ?? [];
      if (!held.some(({ role }) => role === "approver"))
        complain([...path, "from"], `${delegation.from} không phải người duyệt nên không có gì để uỷ quyền`);
      delegation.grants?.forEach((grant, row) => {
        if (!holds(held, grant))
          complain([...path, "grants", row], `${delegation.from} không có quyền này nên không uỷ quyền được`);
      });
    });
    portal.higherApproval?.forEach((scope, index) => {
      const sites = scope.sites === "*" ? portal.sites : scope.sites;
      for (const site of sites)
        if (!approvers.some((grant) => grant.higher === true && isWithin({ ...scope, sites: [site] }, grant)))
          complain(["higherApproval", index], `trang ${site} chưa có lãnh đạo duyệt bước 2 (higher: true)`);
    });
  });

export type Portal = z.infer<typeof portalSchema>;
export type Person = Portal["people"][number];
