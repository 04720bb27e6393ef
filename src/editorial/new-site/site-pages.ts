import { formatEntry } from "../../content-model/entry-file.ts";
import type { DraftSite } from "./site-settings.ts";

/** The first pages of a site, by slug: true of every department, so that they can be read before anyone has written more. */
export function firstPages(site: DraftSite): Map<string, string> {
  return new Map([
    ["gioi-thieu", introduction(site)],
    ["co-cau-to-chuc", organisation(site)],
    ["lien-he", contactPage(site)],
    ["quyen-rieng-tu", privacy(site)],
    ["tro-nang", accessibility(site)],
  ]);
}

function introduction({ shortName, name, authority = "", sections }: DraftSite): string {
  const kind = shortName.startsWith("Sở") ? "cơ quan chuyên môn" : "cơ quan";
  return formatEntry(
    {
      title: `Giới thiệu ${shortName}`,
      summary: `Vị trí, chức năng của ${name} và những thông tin có trên trang này.`,
      order: 10,
    },
    `${name} là ${kind} thuộc ${authority}, thực hiện chức năng tham mưu, giúp ${authority} quản lý nhà nước về ngành, lĩnh vực được giao theo quy định của pháp luật.

## Thông tin trên trang này

Trang thông tin điện tử của ${shortName} là nơi công bố tin tức chính thức, thông báo và thông tin phục vụ người dân, doanh nghiệp. Tin bài được xếp theo các chuyên mục:

${sections.map(({ id, name, description }) => `- [${name}](/chuyen-muc/${id})${description ? `: ${lowerFirst(description)}` : ""}`).join("\n")}

Mỗi bài đều ghi ngày đăng và được người có thẩm quyền duyệt trước khi đăng.

## Liên hệ

Các đơn vị của ${shortName} được giới thiệu ở trang [Cơ cấu tổ chức](/co-cau-to-chuc); địa chỉ, điện thoại và cách gửi ý kiến ở trang [Liên hệ](/lien-he).`,
  );
}

function organisation({ shortName, name, contact }: DraftSite): string {
  return formatEntry(
    {
      title: "Cơ cấu tổ chức",
      summary: `Lãnh đạo, các phòng và đơn vị thuộc ${name}.`,
      order: 20,
    },
    `${shortName} có lãnh đạo, các phòng tham mưu và các đơn vị trực thuộc, hoạt động theo quy chế do cấp có thẩm quyền ban hành.

## Lãnh đạo

Người đứng đầu chịu trách nhiệm chung về hoạt động của ${shortName}. Cấp phó giúp người đứng đầu phụ trách một số lĩnh vực và chịu trách nhiệm về việc được phân công.

## Các phòng và đơn vị

${contact.office} là đầu mối tiếp nhận văn bản, đón tiếp và hướng dẫn người đến làm việc. Các phòng, đơn vị khác giải quyết công việc theo lĩnh vực được giao.

Muốn biết việc của mình thuộc phòng, đơn vị nào, xin hỏi ${contact.office} theo số điện thoại [${contact.phone}](tel:${dialled(contact.phone)}).`,
  );
}

function contactPage({ shortName, name, contact }: DraftSite): string {
  return formatEntry(
    {
      title: "Liên hệ",
      summary: `Địa chỉ, điện thoại, thư điện tử và cách gửi ý kiến tới ${name}.`,
      order: 30,
    },
    `**${name}**

- Đầu mối: ${contact.office}
- Địa chỉ: ${contact.address}
- Điện thoại: [${contact.phone}](tel:${dialled(contact.phone)})
- Thư điện tử: [${contact.email}](mailto:${contact.email})

## Gửi ý kiến, phản ánh

Khi gửi ý kiến, xin ghi rõ việc gì, ở đâu, lúc nào và cách liên lạc lại. Họ tên, số điện thoại của người gửi chỉ dùng để trả lời.

## Phản hồi về trang thông tin

Chịu trách nhiệm nội dung: ${contact.responsible}. Thấy bài viết có chỗ sai, xin báo cho ${shortName} theo địa chỉ thư điện tử ở trên, ghi tên bài và chỗ cần sửa.`,
  );
}

function privacy({ shortName, name, contact }: DraftSite): string {
  return formatEntry(
    {
      title: "Quyền riêng tư",
      summary: `Trang thông tin của ${name} không theo dõi người đọc và không dùng dịch vụ của bên thứ ba.`,
      order: 40,
    },
    `Trang thông tin của ${shortName} đọc được mà không cần tài khoản, không cần cookie.

- Không dùng mã theo dõi hay mã đếm của bên thứ ba.
- Không nạp phông chữ, hình ảnh hay mã lệnh từ máy chủ khác.
- Việc tìm kiếm diễn ra trong trình duyệt; từ khóa không được gửi đi để lưu lại.

Máy chủ có thể ghi nhật ký kỹ thuật gồm địa chỉ mạng, thời điểm và trang được gọi, để phát hiện tấn công và sửa lỗi. Thư gửi đến ${contact.email} chỉ được dùng để giải quyết việc nêu trong thư.`,
  );
}

function accessibility({ shortName, name, contact }: DraftSite): string {
  return formatEntry(
    {
      title: "Trợ năng",
      summary: `Cam kết để mọi người, kể cả người khuyết tật và người cao tuổi, đọc được trang thông tin của ${name}.`,
      order: 50,
    },
    `Trang thông tin của ${shortName} hướng tới mức AA của *Hướng dẫn về khả năng tiếp cận nội dung web* (WCAG) 2.2.

- Dùng được bằng bàn phím; vị trí đang đứng được đánh dấu rõ.
- Trình đọc màn hình đọc được tiêu đề, các vùng của trang và mô tả hình.
- Chữ có độ tương phản đủ cao và phóng to được mà không mất nội dung.
- Đọc được ngay cả khi trình duyệt tắt mã lệnh.

Gặp chỗ khó đọc, khó dùng, xin báo về ${contact.email} hoặc số ${contact.phone}, ghi địa chỉ trang và thiết bị đang dùng.`,
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A Vietnamese number as a telephone dials it: `0299 3 811 200` is `+842993811200`. */
const dialled = (phone: string): string => phone.replace(/[^\d+]/g, "").replace(/^0/, "+84");
