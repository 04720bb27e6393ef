import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrecyMark, mayBearMark, searchedMark } from "../../../src/editorial/secrecy-marks.ts";

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

test("a text that is told at a glance to bear no mark has none when it is searched, in whatever letters it is written", () => {
  const mark = fc.constantFrom("mật", "MẬT", "Tối mật", "m ật", "M Ậ T", "chỉ người có tên mới được bóc bì");
  const written = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.normalize("NFD"),
    // Marks of a letter in the other order, and what is invisible.
    (text: string) => text.replace(/ậ/g, "a\u0302\u0323").replace(/bì/, "bi\u0300"),
    (text: string) => text.replace(/(?<=.)(?=.)/gu, "\u200b"),
    (text: string) =>
      text.replace(/[ậẬ]/g, "Ë").replace(/chỉ.*/, "chØ ng\u00adêi cã tªn míi ®\u00adîc bãc b×"),
    (text: string) => text.replace(/ậ/g, "aä").replace(/Ậ/g, "AÄ"),
    (text: string) => text.replace(/ậ/g, "aa\u0308"),
    (text: string) => text.replaceAll(" ", "\u00a0 "),
  );
  const word = fc.oneof(
    fc.tuple(mark, written).map(([text, write]) => write(text)),
    fc.constantFrom("luật", "các bình", "12/BC-", "(", ")", "Độ mật: ", "\n", "m", "t", "ë", "TØnh", "maây"),
    fc.string({ unit: "grapheme", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom("", " ", "-"), (words, space) => {
      const text = words.join(space);
      if (mayBearMark(text)) expect(findSecrecyMark(text)).toEqual(searchedMark(text));
      else {
        expect(searchedMark(text)).toBeUndefined();
        expect(text.normalize("NFC")).not.toMatch(/mật/i);
      }
    }),
    { numRuns: 2000 },
  );
});
