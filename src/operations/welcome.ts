import type { Role } from "../content-model/portal.ts";
import { hostLabel } from "../editorial/live-comment.ts";
import type { Newsroom } from "./newsroom.ts";

const roleNames: Record<Role, string> = { editor: "biên tập", approver: "duyệt bài", operator: "vận hành" };

/** What a person needs to begin: addresses to open and accounts to use, in Vietnamese. */
export function welcome(newsroom: Newsroom): string {
  const { siteNames, origin, publicService, sample, hosts, accounts, data, git } = newsroom;
  const width = Math.max(...accounts.map(({ login }) => login.length));
  return [
    "",
    "Cổng đã sẵn sàng.",
    "",
    `  Soạn bài       ${origin}/admin/`,
    `  Duyệt bài      ${origin}/duyet/`,
    `  Gửi bài        ${publicService}/gui-bai  (cho người không có tài khoản)`,
    ...(sample === undefined ? [] : [`  HSCV mẫu       ${sample}/  (phần mềm mẫu xuất văn bản sang cổng)`]),
    ...hosts.flatMap((host) => [
      "",
      `  ${hostLabel(host.name)}`,
      ...[...(host.origins ?? [])].map(
        ([site, address]) => `    ${address}/  ${siteNames.get(site) ?? site}`,
      ),
    ]),
    "",
    accounts.length > 0
      ? "  Tài khoản dùng thử (tên đăng nhập, mật khẩu, vai trò)"
      : "  Tài khoản      npm run accounts -- list",
    ...accounts.map(
      ({ login, password, name, role }) =>
        `    ${login.padEnd(width)}  ${password}  ${name}, ${roleNames[role]}`,
    ),
    "",
    `  Kho nội dung   ${git}`,
    `  Dữ liệu        ${data.path} (địa chỉ và tài khoản cho công cụ: addresses.json)`,
    "",
    "Dừng bằng Ctrl-C; lần chạy sau tiếp tục từ chỗ này.",
    "",
  ].join("\n");
}
