import { describe, expect, test } from "vitest";
import { findPersonalData } from "../../../../src/editorial/personal-data/find-personal-data.ts";

const found = (text: string) => findPersonalData(text).map(({ kind, written }) => [kind, written]);

describe("a private fact is", () => {
  test.each([
    ["Ông Lê Văn Sơn, số căn cước 042088001234, trú tại xã Tân Lụa.", "identity", "042088001234"],
    ["Danh sách: 1. Trần Thị Hoa, 040 302 009 876, thôn Bản Lìm", "identity", "040 302 009 876"],
    ["bà Hoa (CMND số 183.456.789 do Công an tỉnh cấp)", "identity", "183.456.789"],
    ["Chứng minh nhân dân: 183456789", "identity", "183456789"],
    ["Hộ chiếu số C1234567 cấp năm 2021", "passport", "C1234567"],
    ["Ai biết tin xin gọi anh Sơn 0912 345 678 để gia đình tới đón.", "mobile", "0912 345 678"],
    ["Liên hệ 0987.654.321 (chị Mai)", "mobile", "0987.654.321"],
    ["Gọi +84 35 212 3456", "mobile", "+84 35 212 3456"],
    ["Mọi ủng hộ gửi về STK 3901 2050 0123 4 tại ngân hàng", "account", "3901 2050 0123 4"],
    ["Số tài khoản: 0123456789, chủ tài khoản bà Hoa", "account", "0123456789"],
    ["gửi bài về hoa.tran88@gmail.com trước ngày 30/11", "mail", "hoa.tran88@gmail.com"],
  ])("in «%s»", (text, kind, written) => {
    expect(found(text)).toEqual([[kind, written]]);
  });
});

describe("nothing private is", () => {
  test.each([
    "Điện thoại: 0299 3 800 100; fax 0299 3 800 101.",
    "Tổng đài 1022, cứu hỏa 114; đường dây nóng 0912 345 678 trực 24/24 giờ.",
    "Mọi phản ánh gửi về banbientap@songmay.gov.vn.",
    "Tổng vốn 012.345.678.901 đồng là số viết sai, đúng là 186.000.000.000 đồng.",
    "Quyết định số 1234567890/QĐ-UBND; mã hồ sơ 000.00.12.H21-261120-0001.",
    "Mã số thuế 2900123456; mã thủ tục 1.004873.000.00.00.H21.",
    "Từ 01/01/2026 đến 30/11/2026 có 912 345 lượt người dùng tài khoản định danh mức 2.",
    "Toàn tỉnh có 1.250.000 tài khoản, trong đó 845.300 tài khoản mức 2.",
    "Ảnh: /media/2026/0912345678.webp",
    "Trúng số 912345678 là tin đồn.",
    "Kỳ họp 12, nhiệm kỳ 2021–2026, ngày 202611201530.",
  ])("in «%s»", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("the same number is known again however it is written", () => {
  const [one, other] = findPersonalData("Gọi 0912 345 678 hoặc 0912.345.678.");
  expect(one?.value).toBe(other?.value);
});
