import { portalSchema, type Portal } from "../../src/content-model/portal.ts";

/** A portal of two sites with somebody for every rule of approval, and nothing that needs two approvals unless asked. */
export function aPortal(changes: Record<string, unknown> = {}): Portal {
  return portalSchema.parse({ ...portalSettings, ...changes });
}

/** The same as it would stand in `content/portal.yaml`. */
export const portalSettings = {
  name: "Cổng thông tin điện tử tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh", "so"],
  people: [
    { login: "viet", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    { login: "viet-2", name: "Hải Đăng", grants: [{ role: "editor", sites: "*" }] },
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*", emergency: true }] },
    { login: "duyet-2", name: "Quang Minh", grants: [{ role: "approver", sites: "*" }] },
    { login: "duyet-so", name: "Thái Sơn", grants: [{ role: "approver", sites: ["so"] }] },
    {
      login: "kinh-te",
      name: "Bích Ngọc",
      grants: [{ role: "approver", sites: ["tinh"], sections: ["kinh-te"], kinds: ["calendar"] }],
    },
    {
      login: "lich-so",
      name: "Văn Lịch",
      grants: [{ role: "approver", sites: ["so"], kinds: ["calendar"] }],
    },
    {
      login: "lanh-dao",
      name: "Đức Thịnh",
      grants: [{ role: "approver", sites: "*", higher: true, emergency: true }],
    },
    { login: "van-hanh", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ],
};
