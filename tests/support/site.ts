import type { Site } from "../../src/content-model/site.ts";

/** Settings of a small site. */
export function aSite(changes: Partial<Site> = {}): Site {
  return {
    kind: "province",
    name: "Cổng thông tin điện tử tỉnh Sông Mây",
    shortName: "Tỉnh Sông Mây",
    domain: "songmay.gov.vn",
    language: "vi",
    theme: { primary: "#9c1c1f", accent: "#b8860b" },
    sections: [
      { id: "kinh-te", name: "Kinh tế" },
      { id: "thong-bao", name: "Thông báo" },
    ],
    menu: [{ label: "Tin tức", address: "/tin-tuc" }],
    links: [],
    contact: {
      office: "Văn phòng",
      address: "Số 1 đường Bờ Sông",
      phone: "0299 3 800 100",
      email: "congthongtin@songmay.gov.vn",
      responsible: "Chánh Văn phòng",
    },
    ...changes,
  };
}
