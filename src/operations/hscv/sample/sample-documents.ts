import type { Paragraph } from "./pdf-file.ts";

/** A document that the sample system exports. */
export interface SampleDocument {
  id: string;
  number: string;
  type: string;
  excerpt: string;
  signer: string;
  signerTitle: string;
  /** As its clerk typed it: `12/11/2026`. */
  issuedOn: string;
  effectiveFrom?: string;
  field: string;
  file?: "pdf" | "docx";
  replaces?: string;
  /** From which stage of the sample on it is in the export, and how it stands there from later ones on. */
  from: number;
  later?: { from: number; changes: Partial<SampleDocument> };
  body: string[];
}

/** The sample's stages: some documents; one with a date that does not exist; one that replaces another; that date mended, and more said of another document. */
export const lastStage = 3;

export const issuer = "Ủy ban nhân dân tỉnh Sông Mây";

export const sampleDocuments: readonly SampleDocument[] = [
  {
    id: "vb-2026-3101",
    number: "301/KH-UBND",
    type: "Kế hoạch",
    excerpt:
      "Triển khai chiến dịch làm sạch kênh mương trước vụ đông xuân 2026–2027 trên địa bàn tỉnh Sông Mây",
    signer: "Trần Văn Bình",
    signerTitle: "Phó Chủ tịch (ký thay Chủ tịch)",
    issuedOn: "03/11/2026",
    field: "Nông nghiệp – Nông thôn",
    file: "pdf",
    from: 0,
    body: [
      "Mỗi xã chọn ít nhất một tuyến kênh chính để nạo vét, vớt bèo và dọn rác trong tháng 11 năm 2026, xong trước ngày xuống giống.",
      "Sở Nông nghiệp và Môi trường hướng dẫn kỹ thuật, theo dõi tiến độ và báo cáo Ủy ban nhân dân tỉnh mỗi tuần.",
    ],
  },
  {
    id: "vb-2026-3102",
    number: "1702/QĐ-UBND",
    type: "Quyết định",
    excerpt:
      "Về việc công bố danh mục 12 thủ tục hành chính thực hiện trực tuyến toàn trình của tỉnh Sông Mây",
    signer: "Lê Thị Hạnh",
    signerTitle: "Chủ tịch",
    issuedOn: "05/11/2026",
    effectiveFrom: "15/11/2026",
    field: "Cải cách hành chính",
    file: "docx",
    from: 0,
    body: [
      "Điều 1. Công bố kèm theo Quyết định này danh mục 12 thủ tục hành chính thực hiện trực tuyến toàn trình.",
      "Điều 2. Quyết định này có hiệu lực từ ngày 15 tháng 11 năm 2026.",
    ],
  },
  {
    id: "vb-2026-3103",
    number: "2204/UBND-KT",
    type: "Công văn",
    excerpt: "Về việc rà soát giá thuê mặt bằng chợ dân sinh dịp cuối năm",
    signer: "Trần Văn Bình",
    signerTitle: "Phó Chủ tịch (ký thay Chủ tịch)",
    issuedOn: "09/11/2026",
    field: "Công Thương",
    from: 0,
    body: [],
  },
  {
    id: "vb-2026-3104",
    number: "142/TB-UBND",
    type: "Thông báo",
    excerpt: "Lịch cắt nước luân phiên để thay đường ống chính qua phường Bến Quê",
    signer: "Phạm Quốc Việt",
    signerTitle: "Chánh Văn phòng (thừa lệnh Chủ tịch)",
    // No November has a 31st: this one goes to quarantine until its clerk mends it.
    issuedOn: "31/11/2026",
    field: "Đầu tư – Xây dựng",
    file: "pdf",
    from: 1,
    later: { from: 3, changes: { issuedOn: "13/11/2026" } },
    body: [
      "Nước được cắt từ 22 giờ đến 4 giờ sáng, luân phiên theo khu phố, từ ngày 18 đến ngày 25 tháng 11 năm 2026.",
    ],
  },
  {
    id: "vb-2026-3105",
    number: "318/KH-UBND",
    type: "Kế hoạch",
    excerpt:
      "Chiến dịch làm sạch kênh mương và trồng cây ven kênh mùa khô 2026–2027 trên địa bàn tỉnh Sông Mây",
    signer: "Lê Thị Hạnh",
    signerTitle: "Chủ tịch",
    issuedOn: "17/11/2026",
    field: "Nông nghiệp – Nông thôn",
    file: "pdf",
    replaces: "301/KH-UBND",
    from: 2,
    // What its clerk adds later comes to a document that editors may have gone over meanwhile.
    later: {
      from: 3,
      changes: {
        effectiveFrom: "01/12/2026",
        excerpt:
          "Chiến dịch làm sạch kênh mương và trồng cây ven kênh mùa khô 2026–2027 (đợt 1) trên địa bàn tỉnh Sông Mây",
      },
    },
    body: [
      "Kế hoạch này thay thế Kế hoạch số 301/KH-UBND ngày 03 tháng 11 năm 2026.",
      "Bổ sung việc trồng 40.000 cây dọc các tuyến kênh đã nạo vét.",
    ],
  },
];

/** A document as it stands in the export at a stage; undefined before its time. */
export function atStage(document: SampleDocument, stage: number): SampleDocument | undefined {
  if (stage < document.from) return undefined;
  const { later } = document;
  return later && stage >= later.from ? { ...document, ...later.changes } : document;
}

/** The document itself, laid out as Decree 30/2020 has it. */
export function pageOf({
  number,
  type,
  excerpt,
  signer,
  signerTitle,
  issuedOn,
  body,
}: SampleDocument): Paragraph[] {
  const [day = "", month = "", year = ""] = issuedOn.split("/");
  return [
    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true, centred: true },
    { text: "Độc lập – Tự do – Hạnh phúc", bold: true, centred: true },
    { text: `${issuer.toUpperCase()} – Số: ${number}` },
    { text: `Sông Mây, ngày ${day} tháng ${month} năm ${year}` },
    { text: type.toUpperCase(), bold: true, centred: true, size: 14 },
    { text: excerpt, bold: true, centred: true },
    ...body.map((text) => ({ text })),
    { text: signerTitle.toUpperCase(), bold: true },
    { text: `(Đã ký) ${signer}` },
  ];
}

/** Cases of the sample's one-stop office; their states go on from stage to stage. The last one was typed wrong. */
export const sampleCases = [
  {
    number: "H99.25-261102-0007",
    code: "KM4T-82QX",
    received: "02/11/2026",
    due: "16/11/2026",
    unit: "Sở Nông nghiệp và Môi trường",
    procedure: "Cấp giấy phép khai thác nước dưới đất",
    states: ["Đang xử lý", "Đang xử lý", "Đã có kết quả", "Đã trả kết quả"],
  },
  {
    number: "H99.25-261105-0031",
    code: "P7RD-59LC",
    received: "05/11/2026",
    due: "26/11/2026",
    unit: "Ủy ban nhân dân phường Bến Quê",
    procedure: "Đăng ký khai sinh",
    states: ["Đã tiếp nhận", "Đang xử lý", "Chờ bổ sung hồ sơ", "Đang xử lý"],
  },
  {
    number: "H99.25-261110-0004",
    code: "V3HN-60WA",
    received: "10/11/2026",
    due: "40/11/2026",
    unit: "Sở Xây dựng",
    procedure: "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    states: ["Đã tiếp nhận", "Đang xử lý", "Đang xử lý", "Đang xử lý"],
  },
] as const;
