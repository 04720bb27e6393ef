/** What stands in a document's PDF between its heading and its signature. */
export interface DocumentText {
  /** The organ in capitals above the number, with the one above it. */
  organ: readonly [above: string | undefined, name: string];
  /** Grounds, each a line in italics; the last one names who proposes. */
  grounds: readonly string[];
  /** Articles or sections; a line that begins with «Điều» or a roman number is set bold up to its first full stop. */
  body: readonly string[];
  /** Above the signature: `TM. ỦY BAN NHÂN DÂN`, then the title. */
  signed: readonly string[];
  recipients: readonly string[];
  /** An annex as a table of its own: a heading and rows. */
  annex?: { heading: string; columns: readonly string[]; rows: readonly (readonly string[])[] };
}

const people = ["", "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY"] as const;
const council = ["", "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG MÂY"] as const;
const department = ["UBND TỈNH SÔNG MÂY", "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"] as const;
const law = "Căn cứ Luật Tổ chức chính quyền địa phương;";
const chairman = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];
const deputy = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
const toAll = [
  "Các sở, ban, ngành cấp tỉnh",
  "UBND các xã, phường",
  "Cổng thông tin điện tử tỉnh",
  "Lưu: VT",
];

/** By the document's address below `/van-ban`. */
export const documentTexts: Readonly<Record<string, DocumentText>> = {
  "2024/31-2024-qd-ubnd": {
    organ: people,
    grounds: [law, "Căn cứ Luật Đất đai;", "Theo đề nghị của Giám đốc Sở Tài nguyên và Môi trường."],
    body: [
      "Điều 1. Phạm vi điều chỉnh. Quyết định này quy định hạn mức giao đất, hạn mức công nhận quyền sử dụng đất và điều kiện tách thửa, hợp thửa đất trên địa bàn tỉnh Sông Mây.",
      "Điều 2. Diện tích tối thiểu sau khi tách thửa. Đất ở tại phường không dưới 50 m², cạnh mặt đường không dưới 4 m; tại thị trấn không dưới 60 m²; tại xã đồng bằng không dưới 80 m², cạnh mặt đường không dưới 5 m; tại xã miền núi không dưới 100 m². Diện tích tính sau khi trừ hành lang an toàn đường bộ, đê điều và lưới điện.",
      "Điều 3. Đất nông nghiệp. Đất trồng cây lâu năm tách thửa không dưới 1.000 m²; đất trồng lúa không dưới 500 m², trừ trường hợp tách để hợp vào thửa liền kề.",
      "Điều 4. Lối đi. Thửa đất hình thành sau khi tách phải giáp đường hiện có hoặc có lối đi rộng từ 3 m tại đô thị, từ 3,5 m tại nông thôn. Phần đất làm lối đi không bắt buộc chuyển mục đích nếu các bên ghi rõ quyền sử dụng chung.",
      "Điều 5. Hiệu lực thi hành. Quyết định có hiệu lực từ ngày 01 tháng 9 năm 2024. Hồ sơ đã có giấy hẹn trước ngày này được giải quyết theo quy định cũ, trừ khi người sử dụng đất đề nghị áp dụng Quyết định này.",
    ],
    signed: deputy,
    recipients: toAll,
  },
  "2024/06-cd-ubnd": {
    organ: ["ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY", "CHỦ TỊCH"],
    grounds: [],
    body: [
      "Chủ tịch Ủy ban nhân dân tỉnh điện: Chủ tịch UBND các huyện, thành phố; Giám đốc các sở; Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh; Giám đốc Công an tỉnh.",
      "Mưa lớn ba ngày ở thượng nguồn làm nước sông Mây lên nhanh, tại Vân Giang có khả năng vượt báo động III trong đêm nay. Để bảo vệ tính mạng người dân, Chủ tịch UBND tỉnh yêu cầu:",
      "1. Hoàn thành di dời dân vùng trũng và ven núi trước 24 giờ hôm nay; không để ai ở lại nhà có nguy cơ sạt lở.",
      "2. Cấm đò ngang, bến khách trên toàn tuyến sông; bố trí người trực ở các ngầm tràn, đường ngập.",
      "3. Cho học sinh vùng ngập nghỉ học; bảo đảm thuốc, nước uống, lương thực tại nơi sơ tán.",
      "4. Báo cáo tình hình về Ban Chỉ huy phòng, chống thiên tai tỉnh sáu giờ một lần.",
    ],
    signed: ["CHỦ TỊCH"],
    recipients: ["Như trên", "Thường trực Tỉnh ủy", "Lưu: VT"],
  },
  "2025/12-nq-hdnd": {
    organ: council,
    grounds: [
      law,
      "Xét Tờ trình của Ủy ban nhân dân tỉnh; báo cáo thẩm tra của Ban Pháp chế; ý kiến thảo luận của đại biểu tại kỳ họp.",
    ],
    body: [
      "Điều 1. Hoạt động của chính quyền địa phương hai cấp. Từ ngày 01 tháng 7 năm 2025, chính quyền địa phương ở tỉnh Sông Mây gồm cấp tỉnh và 62 xã, phường.",
      "Điều 2. Nguyên tắc chuyển tiếp. Văn bản, giấy tờ đã được cơ quan có thẩm quyền cấp trước ngày này tiếp tục có giá trị; người dân không phải làm lại giấy tờ chỉ vì đổi tên đơn vị hành chính.",
      "Điều 3. Tiếp nhận hồ sơ. Mỗi xã, phường có một trung tâm phục vụ hành chính công; trụ sở cũ ở xa trung tâm được duy trì làm điểm tiếp nhận phụ ít nhất một năm.",
      "Điều 4. Giám sát. Thường trực Hội đồng nhân dân, các Ban và đại biểu Hội đồng nhân dân giám sát việc thực hiện Nghị quyết này.",
    ],
    signed: ["CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN"],
    recipients: ["Đại biểu HĐND tỉnh", "UBND tỉnh", "HĐND, UBND các xã, phường", "Lưu: VT"],
  },
  "2025/88-tb-ubnd": {
    organ: people,
    grounds: [],
    body: [
      "Ủy ban nhân dân tỉnh thông báo địa điểm tiếp nhận hồ sơ thủ tục hành chính của các xã, phường như sau:",
      "1. Sáu mươi hai trung tâm phục vụ hành chính công xã, phường làm việc từ thứ Hai đến thứ Sáu: sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ.",
      "2. Ba mươi chín điểm tiếp nhận phụ tại trụ sở cũ làm việc thứ Ba và thứ Năm hằng tuần.",
      "3. Sáng thứ Bảy, từ 7 giờ 30 đến 11 giờ 30, mọi trung tâm tiếp nhận hồ sơ đến hết tháng 9 năm 2025.",
      "4. Người dân được nộp hồ sơ ở xã, phường bất kỳ trong tỉnh, không phụ thuộc nơi cư trú.",
    ],
    signed: ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
    recipients: toAll,
  },
  "2026/46-qd-ubnd": {
    organ: people,
    grounds: [law, "Căn cứ Luật Quản lý, sử dụng tài sản công;", "Theo đề nghị của Giám đốc Sở Tài chính."],
    body: [
      "Điều 1. Phê duyệt phương án sử dụng 19 trụ sở làm việc dôi dư sau sắp xếp đơn vị hành chính cấp huyện: chín trụ sở chuyển thành trường học, trạm y tế; tám trụ sở giao cho thiết chế văn hóa và cơ quan nhà nước; hai cơ sở đấu giá quyền sử dụng trong năm 2026.",
      "Điều 2. Nhu cầu của giáo dục, y tế, văn hóa được xét trước. Cơ quan nhận trụ sở lập dự toán sửa chữa trước ngày 28 tháng 02 năm 2026 và đưa vào sử dụng trước năm học 2026–2027.",
      "Điều 3. Sở Tài chính công khai danh mục, tiến độ chuyển giao và kết quả đấu giá trên Cổng thông tin điện tử tỉnh.",
      "Điều 4. Quyết định có hiệu lực kể từ ngày ký.",
    ],
    signed: chairman,
    recipients: toAll,
  },
  "2026/12-2026-qd-ubnd": {
    organ: people,
    grounds: [law, "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ."],
    body: [
      "Điều 1. Ban hành kèm theo Quyết định này Quy định về tổ chức và hoạt động của tổ công nghệ số cộng đồng trên địa bàn tỉnh Sông Mây.",
      "Điều 2. Tổ chức. Mỗi thôn, tổ dân phố có một tổ từ năm đến mười người, do Chủ tịch UBND xã, phường quyết định thành lập; ưu tiên người trẻ, giáo viên và cán bộ đã nghỉ hưu tình nguyện.",
      "Điều 3. Nhiệm vụ. Hướng dẫn người dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt, nhận biết lừa đảo qua mạng; đến tận nhà người già, người khuyết tật khi được đề nghị. Thành viên không làm thay và không giữ mật khẩu của người dân.",
      "Điều 4. Hỗ trợ. Thành viên được hỗ trợ tiền đi lại theo nghị quyết của Hội đồng nhân dân tỉnh và được tập huấn ít nhất hai lần mỗi năm.",
      "Điều 5. Quyết định có hiệu lực từ ngày 01 tháng 4 năm 2026.",
    ],
    signed: deputy,
    recipients: toAll,
  },
  "2026/587-qd-ubnd": {
    organ: people,
    grounds: [law, "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh."],
    body: [
      "Điều 1. Bãi bỏ yêu cầu nộp 118 loại bản sao giấy tờ trong 264 thủ tục hành chính (danh mục tại Phụ lục) khi thông tin đã có trong cơ sở dữ liệu mà cơ quan giải quyết khai thác được.",
      "Điều 2. Cán bộ tiếp nhận tự tra cứu, in kết quả và chịu trách nhiệm. Người nộp hồ sơ chỉ khai một tờ đồng ý cho tra cứu, bằng chữ ký hoặc bằng xác nhận điện tử.",
      "Điều 3. Khi cơ sở dữ liệu không có hoặc có sai thông tin, cán bộ vẫn nhận hồ sơ, chụp bản gốc một lần tại quầy và sửa dữ liệu; không yêu cầu người dân sao y rồi quay lại.",
      "Điều 4. Quyết định có hiệu lực từ ngày 01 tháng 5 năm 2026. Cán bộ vẫn yêu cầu nộp giấy tờ đã bãi bỏ thì bị xử lý theo quy định.",
    ],
    signed: chairman,
    recipients: toAll,
    annex: {
      heading: "Số giấy tờ được bãi bỏ theo lĩnh vực",
      columns: ["TT", "Lĩnh vực", "Số giấy tờ", "Ví dụ"],
      rows: [
        ["1", "Đất đai, xây dựng", "34", "Bản sao giấy chứng nhận quyền sử dụng đất đã số hóa"],
        ["2", "Hộ tịch, cư trú", "29", "Xác nhận nơi ở, giấy khai sinh"],
        ["3", "Bảo trợ xã hội, người có công", "26", "Bản sao quyết định trợ cấp"],
        ["4", "Kinh doanh, lao động", "18", "Giấy chứng nhận đăng ký hộ kinh doanh"],
        ["5", "Giáo dục, y tế", "11", "Bản sao thẻ bảo hiểm y tế"],
      ],
    },
  },
  "2026/21-2026-qd-ubnd": {
    organ: people,
    grounds: [law, "Căn cứ Luật Đường bộ;", "Theo đề nghị của Giám đốc Sở Xây dựng."],
    body: [
      "Điều 1. Ban hành Quy định về quản lý, sử dụng vỉa hè, lòng đường đô thị và trật tự mua bán ban đêm trên địa bàn tỉnh Sông Mây.",
      "Điều 2. Lối đi bộ. Trên mọi vỉa hè phải chừa lối đi bộ liên tục rộng ít nhất 1,5 m, không có bậc, xe đẩy của người khuyết tật đi qua được.",
      "Điều 3. Mua bán ban đêm. Ủy ban nhân dân phường công bố tuyến phố, giờ bán và vạch kẻ; người bán đăng ký miễn phí, giữ sạch chỗ bán và thu dọn trước 23 giờ 30.",
      "Điều 4. Quyết định có hiệu lực từ ngày 01 tháng 6 năm 2026, thay thế Quyết định số 02/2024/QĐ-UBND ngày 15 tháng 01 năm 2024.",
    ],
    signed: chairman,
    recipients: toAll,
  },
  "2026/14-2026-nq-hdnd": {
    organ: council,
    grounds: [law, "Xét Tờ trình của Ủy ban nhân dân tỉnh và báo cáo thẩm tra của Ban Kinh tế – Ngân sách."],
    body: [
      "Điều 1. Đối tượng. Hộ, tổ hợp tác, hợp tác xã trồng lúa trong vùng lúa chất lượng cao thuộc các xã Tân Lúa, Bình Vân và Đồng Xanh.",
      "Điều 2. Mức hỗ trợ. Hỗ trợ 50% giá giống xác nhận, không quá 1,2 triệu đồng một héc-ta một vụ; hỗ trợ 40% giá máy sấy, máy cấy cho hợp tác xã, không quá 400 triệu đồng.",
      "Điều 3. Điều kiện. Canh tác theo quy trình tưới ướt khô xen kẽ, ghi nhật ký đồng ruộng và bán qua hợp đồng ít nhất 60% sản lượng.",
      "Điều 4. Nghị quyết có hiệu lực từ ngày 01 tháng 8 năm 2026, thực hiện đến hết năm 2030.",
    ],
    signed: ["CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN"],
    recipients: ["Đại biểu HĐND tỉnh", "UBND tỉnh", "Lưu: VT"],
  },
  "2026/1432-qd-ubnd": {
    organ: ["ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY", "CHỦ TỊCH"],
    grounds: [law, "Theo đề nghị của Giám đốc Sở Nội vụ."],
    body: [
      "Điều 1. Phân cấp cho Ủy ban nhân dân xã, phường giải quyết 37 thủ tục hành chính thuộc thẩm quyền của cấp tỉnh (danh mục tại Phụ lục).",
      "Điều 2. Các sở cử công chức hướng dẫn tại 12 xã còn thiếu cán bộ chuyên môn trong sáu tháng, kể từ ngày Quyết định có hiệu lực.",
      "Điều 3. Hồ sơ đã tiếp nhận ở cấp tỉnh trước ngày 15 tháng 9 năm 2026 được giải quyết xong ở cấp tỉnh.",
      "Điều 4. Quyết định có hiệu lực từ ngày 15 tháng 9 năm 2026.",
    ],
    signed: ["CHỦ TỊCH"],
    recipients: toAll,
    annex: {
      heading: "Thủ tục hành chính phân cấp theo lĩnh vực",
      columns: ["TT", "Lĩnh vực", "Số thủ tục"],
      rows: [
        ["1", "Đất đai", "14"],
        ["2", "Xây dựng", "9"],
        ["3", "Lao động, bảo trợ xã hội", "6"],
        ["4", "Văn hóa, du lịch", "5"],
        ["5", "Nông nghiệp", "3"],
      ],
    },
  },
  "2026/33-2026-nq-hdnd": {
    organ: council,
    grounds: [law, "Xét Tờ trình của Ủy ban nhân dân tỉnh và báo cáo thẩm tra của Ban Văn hóa – Xã hội."],
    body: [
      "Điều 1. Nhà ở. Hộ có nhà sập, trôi trong đợt lũ tháng 9 năm 2026 được hỗ trợ thêm 20 triệu đồng để xây lại, ngoài mức đã chi tháng 10 năm 2026.",
      "Điều 2. Học nghề. Con em hộ bị thiệt hại được miễn 100% học phí tại trường nghề công lập của tỉnh trong hai năm học.",
      "Điều 3. Cầu dân sinh. Bố trí 64 tỷ đồng từ ngân sách tỉnh sửa chữa bảy cầu dân sinh tại Bản Lìm, Thác Vân và Mây Thượng, hoàn thành trước mùa mưa năm 2027.",
      "Điều 4. Nghị quyết có hiệu lực từ ngày 29 tháng 11 năm 2026.",
    ],
    signed: ["CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN"],
    recipients: ["Đại biểu HĐND tỉnh", "UBND tỉnh", "Lưu: VT"],
  },
  "2026/318-qd-snnmt": {
    organ: department,
    grounds: [
      "Căn cứ Luật Trồng trọt;",
      "Theo đề nghị của Chi cục trưởng Chi cục Trồng trọt và Bảo vệ thực vật.",
    ],
    body: [
      "Điều 1. Ban hành quy trình cấp, quản lý mã số vùng trồng sầu riêng, cam vụ 2026–2027; sửa đổi, bổ sung quy trình ban hành kèm theo Quyết định số 214/QĐ-SNNMT.",
      "Điều 2. Vùng trồng từ 5 héc-ta, cùng một quy trình canh tác và có nhật ký ít nhất sáu tháng được cấp mã. Hồ sơ nộp tại Sở hoặc qua Cổng dịch vụ công đến hết ngày 30 tháng 6 năm 2026.",
      "Điều 3. Mã số bị tạm dừng khi phát hiện trộn hàng ngoài vùng hoặc vượt dư lượng; thời hạn khắc phục là 30 ngày.",
    ],
    signed: ["GIÁM ĐỐC"],
    recipients: ["UBND các xã, phường", "Các hợp tác xã, doanh nghiệp xuất khẩu", "Lưu: VT"],
  },
  "2026/2871-hd-snnmt": {
    organ: department,
    grounds: [],
    body: [
      "Căn cứ dự báo khí tượng thủy văn và tình hình nước tưới, Sở hướng dẫn lịch thời vụ lúa đông xuân 2026–2027 như sau:",
      "I. Lịch xuống giống. Đợt một từ ngày 20 đến 30 tháng 11 ở chân ruộng cao; đợt hai từ ngày 05 đến 15 tháng 12 ở vùng tưới chủ động; đợt ba từ ngày 20 tháng 12 đến 05 tháng 01 ở vùng thấp ven sông Mây, để né lũ muộn.",
      "II. Cơ cấu giống. Giống chủ lực ngắn ngày chiếm 60% diện tích; giống chất lượng cao theo hợp đồng chiếm 30%; giống thử nghiệm không quá 10%.",
      "III. Lưu ý. Không gieo khi nhiệt độ dưới 15 độ C; vệ sinh đồng ruộng và diệt chuột tập trung trước khi xuống giống ít nhất mười ngày.",
    ],
    signed: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    recipients: ["UBND các xã, phường", "Trung tâm Khuyến nông", "Lưu: VT"],
  },
};
