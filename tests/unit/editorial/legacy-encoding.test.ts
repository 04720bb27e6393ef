import { describe, expect, test } from "vitest";
import {
  convertLegacy,
  encodingOfFont,
  recogniseLegacyText,
} from "../../../src/editorial/legacy-encoding.ts";

const pangram =
  "Ủy ban nhân dân tỉnh kính đề nghị các sở, ngành khẩn trương rà soát, hoàn thành giải ngân vốn đầu tư công trước 30/11; bảo đảm đời sống của bà con vùng lũ, không để hộ nào thiếu đói.";
const tcvn3 =
  "Uû ban nh©n d©n tØnh kÝnh ®Ò nghÞ c¸c së, ngµnh khÈn tr\u00ad¬ng rµ so¸t, hoµn thµnh gi¶i ng©n vèn ®Çu t\u00ad c«ng tr\u00adíc 30/11; b¶o ®¶m ®êi sèng cña bµ con vïng lò, kh«ng ®Ó hé nµo thiÕu ®ãi.";
const vni =
  "Uûy ban nhaân daân tænh kính ñeà nghò caùc sôû, ngaønh khaån tröông raø soaùt, hoaøn thaønh giaûi ngaân voán ñaàu tö coâng tröôùc 30/11; baûo ñaûm ñôøi soáng cuûa baø con vuøng luõ, khoâng ñeå hoä naøo thieáu ñoùi.";

describe("a text in an old encoding", () => {
  test("of TCVN3 fonts is recognised and read", () => {
    const found = recogniseLegacyText(tcvn3);
    expect(found?.encoding).toBe("TCVN3");
    expect(found?.converted).toBe(pangram.replace("Ủy", "Uỷ"));
    expect(found?.examples).toContainEqual({ written: "d©n", meant: "dân" });
  });

  test("of VNI fonts is recognised and read", () => {
    expect(recogniseLegacyText(vni)).toMatchObject({ encoding: "VNI", converted: pangram });
  });

  test("keeps the lines and words that are in Unicode already, and everything that is no word", () => {
    const text = `## Chỉ đạo mới\n\n${tcvn3}\n\n![Ảnh: bà Lê](/media/2026/a.jpg) và **${pangram}**`;
    expect(recogniseLegacyText(text)?.converted).toBe(text.replace(tcvn3, pangram.replace("Ủy", "Uỷ")));
  });

  test("is seen within a line in Unicode, where each word is read for itself", () => {
    expect(recogniseLegacyText("Bà Lê Thị Lan nói: c¸c nhµ m¸y đã có nước trở lại.")?.converted).toBe(
      "Bà Lê Thị Lan nói: các nhà máy đã có nước trở lại.",
    );
  });

  test("is seen in a title of three words", () => {
    expect(recogniseLegacyText("TØnh S«ng M©y")?.converted).toBe("Tỉnh Sông Mây");
    expect(recogniseLegacyText("Tænh Soâng Maây")?.converted).toBe("Tỉnh Sông Mây");
  });

  test("in capitals of VNI is read in capitals", () => {
    expect(convertLegacy("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI")).toBe(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    );
  });

  test("in a font that shows capitals alone is read in capitals", () => {
    expect(convertLegacy("Céng hoµ x· héi chñ nghÜa viÖt nam", "TCVN3", { capitals: true })).toBe(
      "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    );
  });
});

describe("no old encoding is seen", () => {
  test.each([
    pangram,
    "Bà và cháu lên xã lĩnh quà; cả nhà vui. Có ý kiến gì, xin gọi xã Bản Lìm.",
    "Đoàn đến từ São Paulo, Zürich và Besançon; ông José Peña nói về hành trình của mình.",
    "Món thé của quán Chloé, giá 1½ lần; hàng «mới» · nhiệt độ 25°C ± 1, © 2026.",
    "The café in Noël style was naïve, says Mr Müller of Köln.",
    "Ông Caïn ở lại.",
    "Nước lũ rút, dân về — «an toàn» là trên hết.",
  ])("in «%s»", (text) => {
    expect(recogniseLegacyText(text)).toBeUndefined();
  });
});

test("the name of a font tells the encoding of what is set in it", () => {
  expect(encodingOfFont(".VnTime")).toEqual({ encoding: "TCVN3", capitals: false });
  expect(encodingOfFont(".VnArialH")).toEqual({ encoding: "TCVN3", capitals: true });
  expect(encodingOfFont("VNI-Times")).toEqual({ encoding: "VNI", capitals: false });
  expect(encodingOfFont("Times New Roman")).toBeUndefined();
});
