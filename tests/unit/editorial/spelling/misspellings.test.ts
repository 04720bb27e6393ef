import { describe, expect, test } from "vitest";
import { findMisspellings } from "../../../../src/editorial/spelling/misspellings.ts";

const found = (text: string, known?: ReadonlySet<string>) =>
  findMisspellings(text, known).map(({ written, meant }) =>
    meant === undefined ? written : `${written} → ${meant}`,
  );

describe("a misspelling is named with what was meant", () => {
  test.each([
    ["Hàng nghìn nguời dân đựơc sơ tán.", ["nguời → người", "đựơc → được"]],
    ["Truờng Tiểu học Bản Lìm", ["Truờng → Trường"]],
    ["các sở, nghành hòan thành báo cáo", ["nghành → ngành", "hòan → hoàn"]],
    ["Cơ quan đã sử lý và bổ xung hồ sơ.", ["sử lý → xử lý", "bổ xung → bổ sung"]],
    ["ý kiến củangười dân", ["củangười → của người"]],
    ["Công tác sát nhập xã", ["sát nhập → sáp nhập"]],
    ["ai đó viết: hai năm nữa gặi lúa", ["gặi"]],
  ])("in «%s»", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("nothing is said", () => {
  test.each([
    "Hòa và hoà, thủy và thuỷ, khỏe và khoẻ, kỹ và kĩ, lý và lí, quý và quí đều được.",
    "Đoàn từ Đắk Lắk, Krông Ana, Pleiku và Zürich; già làng Y Êban; ông Nguyễn Văn Bẽo.",
    "UBND TỈNH, HĐND, BHXH, VNeID, iHanoi, website, email, online, karaoke, wifi, logo.",
    "Đường dài 12 kilômét, ôtô chở phân urê, chất mêtan, ôxy; nhà rông, đàn tơrưng.",
    "vắc-xin, ra-đi-ô, a-xít, ki-lô-gam, mô-tơ, pê-đan, xà-phòng.",
    "Sơ suất, năng suất, xuất sắc, đường sá, tham quan, chẩn đoán, nghỉ hưu, chia sẻ.",
    "Xem https://songmay.gov.vn/tin-tuc hoặc viết về banbientap@songmay.gov.vn.",
  ])("on «%s»", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("on words of the portal's own dictionary", () => {
    expect(found("món bẽc nướng", new Set(["bẽc"]))).toEqual([]);
    expect(found("món bẽc nướng")).toEqual(["bẽc"]);
  });
});
