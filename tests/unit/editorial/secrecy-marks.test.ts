import { describe, expect, test } from "vitest";
import { findSecrecyMark } from "../../../src/editorial/secrecy-marks.ts";

describe("a secrecy mark is", () => {
  test.each([
    ["MẬT", "MẬT"],
    ["**TỐI MẬT**", "TỐI MẬT"],
    ["| TUYỆT MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", "TUYỆT MẬT"],
    ["Số: 45/KH-UBND   MẬT", "MẬT"],
    ["T U Y Ệ T   M Ậ T", "T U Y Ệ T M Ậ T"],
    ["Độ mật: Mật", "Độ mật: Mật"],
    ["độ mật: 'Tối mật'", "độ mật: 'Tối mật"],
    ["**Mức độ mật:** Tuyệt mật", "Mức độ mật:** Tuyệt mật"],
    ["Căn cứ Báo cáo số 12/BC-MẬT ngày 03/11/2026", "12/BC-MẬT"],
    ["theo Kế hoạch 08/KH-UBND-Tối mật của tỉnh", "08/KH-UBND-Tối mật"],
    ["Công văn số 77/CAT-PA03 (Mật)", "77/CAT-PA03 (Mật)"],
    ["Phương án bảo vệ (Tối mật)", "(Tối mật)"],
    ["HỒ SƠ TUYỆT MẬT", "HỒ SƠ TUYỆT MẬT"],
    ["Chỉ người có tên mới được bóc bì", "Chỉ người có tên mới được bóc bì"],
    ["TỐI\u200b MẬT", "TỐI MẬT"],
    ["MẬT".normalize("NFD"), "MẬT"],
    ["§é mËt: Tèi mËt. Kính göi c¸c së, ngµnh", "Độ mật: Tối mật"],
  ])("«%s»", (text, mark) => {
    expect(findSecrecyMark(`Dòng đầu.\n${text}\nDòng cuối.`)).toEqual({ mark, line: 2 });
  });
});

describe("no secrecy mark is", () => {
  test.each([
    "Mật ong rừng Thác Vân được giá, mỗi lít mật 320.000 đồng.",
    "MẬT ONG RỪNG ĐƯỢC MÙA",
    "Mật độ dân số 312 người/km2; độ mật tập của rừng giữ ở mức cao.",
    "Đổi mật khẩu định kỳ; bảo mật tài khoản, giữ bí mật thông tin cá nhân.",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC SỐ 29/2018/QH14",
    "Tuyên truyền Luật Bảo vệ bí mật nhà nước: ba độ mật gồm tuyệt mật, tối mật và mật.",
    "Hội thi «Mật thư» của Đoàn; mật vụ, mật thám thời Pháp thuộc.",
    "Ca sĩ hát «Ngọt như mật», gan và túi mật khỏe mạnh.",
    "Báo cáo số 12/BC-UBND ngày 03/11/2026 về nghề nuôi ong lấy mật",
    "Quyết định 15/2026/QĐ-UBND (mật ong đạt OCOP 4 sao)",
    "Bộ phim kể về chuyến đi tuyệt mật năm 1968 của đoàn tàu không số.",
    "Độ mật: Không",
    "Ở Sông Mây có con đường Hàn Mặc Tử; trời mặt đất mát.",
  ])("«%s»", (text) => {
    expect(findSecrecyMark(text)).toBeUndefined();
  });
});
