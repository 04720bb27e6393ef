/** The list of sample pictures: where each goes, how it is composed and its alternative text. */
import { type Brush, type Camera } from "./core.ts";
import { FRAMES } from "./frames.ts";
import type { Mood } from "./light.ts";
import type { Scene } from "./scenes.ts";
import { BOATS } from "./scenes-boats.ts";
import { RIVERSIDE } from "./scenes-riverside.ts";
import { LANDMARKS } from "./scenes-landmarks.ts";
import { WATERFALL } from "./scenes-waterfall.ts";
import { ASSEMBLY } from "./scenes-assembly.ts";
import { SERVICE } from "./scenes-service.ts";
import { LEARNING } from "./scenes-learning.ts";
import { WORK } from "./scenes-work.ts";
import { TRADE } from "./scenes-trade.ts";
import { SCHOOL } from "./scenes-school.ts";
import { STREETS } from "./scenes-streets.ts";
import { HOUSING } from "./scenes-housing.ts";
import { WORKS } from "./scenes-works.ts";
import { CARE } from "./scenes-care.ts";
import { ACTION } from "./scenes-action.ts";
import { FESTIVAL } from "./scenes-festival.ts";
import { VILLAGE } from "./scenes-village.ts";
import { CRAFT } from "./scenes-craft.ts";
import { RICE } from "./scenes-rice.ts";
import { ORCHARD } from "./scenes-orchard.ts";
import { GREENHOUSE } from "./scenes-greenhouse.ts";
import { FOREST } from "./scenes-forest.ts";
import { FARM } from "./scenes-farm.ts";
import { PORT } from "./scenes-port.ts";
import { MEASURE } from "./scenes-measure.ts";

/** One picture to paint; `file` is relative to the project's root, `alt` is Vietnamese. */
export interface Picture {
  readonly file: string;
  readonly alt: string;
  readonly mood: Mood;
  readonly camera: Partial<Camera>;
  readonly scene: (b: Brush) => string;
  readonly frame: readonly [number, number, number];
}

type Row = readonly [name: string, alt: string];

const TINH_2024: readonly Row[] = [
  ["cau-song-may-binh-minh", "Cầu dây văng Sông Mây lúc bình minh, ghe nhỏ trên mặt sông"],
  ["tru-so-ubnd-tinh", "Trụ sở Ủy ban nhân dân tỉnh với mặt tiền vàng, cờ đỏ sao vàng và bãi cỏ phía trước"],
  ["cho-noi-ben-que", "Những chiếc ghe chở đầy trái cây ở chợ nổi Bến Quế buổi sớm"],
  ["ruong-bac-thang-may-thuong", "Ruộng bậc thang Mây Thượng trong sương, núi xa phía sau"],
  [
    "truong-tieu-hoc-gio-ra-choi",
    "Học sinh áo trắng khăn quàng đỏ vui chơi dưới tán phượng trong sân trường",
  ],
  ["benh-vien-da-khoa", "Tòa nhà bệnh viện đa khoa, xe cứu thương và hàng dừa phía trước"],
  ["hoi-nghi-hoi-truong", "Đại biểu ngồi kín hội trường, trên sân khấu có bàn chủ tọa và phông đỏ"],
  ["le-hoi-dua-ghe", "Các ghe đua tranh tài trên sông, khán giả cổ vũ trên bờ"],
  [
    "khu-cong-nghiep-bac-van-giang",
    "Những dãy nhà xưởng khu công nghiệp Bắc Vân Giang, xe tải ra vào, đồi núi phía xa",
  ],
  ["duong-cao-toc-ven-song", "Xe chạy trên đường cao tốc ven sông lúc hoàng hôn"],
  ["lang-nghe-det-chieu", "Người dân làng nghề dệt chiếu bên khung dệt, chiếu màu phơi trong sân"],
  ["lu-dang-cao", "Xuồng cứu hộ đưa người dân qua vùng ngập lũ dưới trời xám"],
  ["rung-dau-nguon", "Thác nước giữa rừng đầu nguồn xanh tốt"],
  ["dien-mat-troi", "Những dãy tấm pin của nhà máy điện mặt trời dưới chân đồi"],
  ["trong-cay-dau-xuan", "Cán bộ và người dân trồng cây đầu xuân"],
  ["tuan-tra-ven-rung", "Hai kiểm lâm viên đi tuần tra ven rừng, nhìn từ phía sau"],
];

const TINH_2025: readonly Row[] = [
  ["trung-tam-hanh-chinh-cong", "Người dân chờ làm thủ tục tại quầy trung tâm phục vụ hành chính công"],
  ["phong-hoc-so", "Lớp học với máy tính bảng và bảng tương tác"],
  ["tram-y-te-xa", "Nhân viên y tế khám cho một cụ bà tại trạm y tế xã"],
  ["cang-song-van-giang", "Cẩu bờ, công-ten-nơ và sà lan ở cảng sông Vân Giang"],
  ["nha-van-hoa-ap", "Bà con ngồi họp trước nhà văn hóa ấp"],
  ["pho-di-bo-ban-dem", "Phố đi bộ ban đêm rực rỡ đèn lồng"],
  ["vuon-cam-xa-doai-may", "Người làm vườn đội nón lá thu hoạch cam xã Đoài Mây"],
  ["xe-buyt-dien", "Xe buýt điện dừng đón khách trên phố"],
  ["san-van-dong", "Vận động viên chạy trên đường chạy sân vận động, khán đài đông người"],
  ["thu-vien-tinh", "Bạn đọc ngồi học giữa các kệ sách trong thư viện tỉnh"],
  ["cong-truong-cau-vuot", "Công nhân và cần cẩu trên công trường cầu vượt"],
  ["khu-tai-dinh-cu", "Dãy nhà mới và hàng cây non dọc con đường khu tái định cư"],
  ["hop-truc-tuyen", "Cuộc họp trực tuyến với màn hình lớn và bàn dài"],
  ["dien-tap-phong-chay", "Lính cứu hỏa phun nước vào tòa nhà trong buổi diễn tập chữa cháy"],
  ["tiem-chung", "Trẻ em cùng cha mẹ tại điểm tiêm chủng"],
  ["cho-trung-tam", "Các sạp rau quả đầy màu sắc trong nhà lồng chợ trung tâm"],
  [
    "bien-giao-thong-cong-truong-hoc",
    "Học sinh qua đường ở cổng trường giờ tan học, phụ huynh đón bằng xe máy",
  ],
  ["hoi-sach", "Người dân xem sách tại các gian hàng hội sách ngoài trời"],
  ["nha-may-nuoc-sach", "Các bể lắng tròn của nhà máy nước sạch"],
  ["toa-soan-truc-tuyen", "Phóng viên làm việc trước màn hình trong tòa soạn trực tuyến"],
];

const TINH_2026: readonly Row[] = [
  ["toan-canh-thanh-pho", "Toàn cảnh thành phố bên sông lúc hoàng hôn"],
  ["ky-hop-hoi-dong", "Phiên họp Hội đồng nhân dân với ghế xếp vòng cung và quốc huy trên tường"],
  ["khanh-thanh-cau", "Lễ cắt băng khánh thành cầu với bóng bay và đông đảo người dân"],
  ["du-lich-thac-van", "Du khách ngắm thác Vân từ cầu gỗ"],
  ["ca-phe-doi-may", "Nông dân thu hái cà phê trên đồi, mây phủ núi xa"],
  ["trung-tam-du-lieu", "Kỹ sư đi giữa các dãy máy chủ trong trung tâm dữ liệu"],
  ["robot-hoc-sinh", "Học sinh giới thiệu rô-bốt tại hội thi khoa học"],
  ["ngay-hoi-viec-lam", "Bạn trẻ tìm việc tại các gian hàng ngày hội việc làm"],
  ["nha-o-xa-hoi", "Khu nhà ở xã hội và sân chơi trẻ em"],
  ["doi-thoai-doanh-nghiep", "Lãnh đạo và doanh nghiệp đối thoại quanh bàn tròn"],
  ["can-bo-huong-dan-dich-vu-cong", "Cán bộ hướng dẫn một ông cụ dùng điện thoại để làm thủ tục"],
  ["ke-chong-sat-lo", "Máy xúc và công nhân thi công kè chống sạt lở bờ sông"],
  ["giai-chay-ven-song", "Các vận động viên chạy bộ ven sông buổi sáng"],
  ["bao-tang-tinh", "Khách tham quan trước bảo tàng tỉnh có họa tiết mặt trống đồng"],
  ["dem-trung-thu", "Trẻ em rước đèn ông sao trong đêm Trung thu dưới trăng"],
  ["san-bay-du-kien", "Máy bay cất cánh bên nhà ga sân bay nhỏ, hình phối cảnh"],
  ["le-chao-co", "Các hàng người nghiêm trang trong lễ chào cờ"],
  ["tram-quan-trac", "Trạm quan trắc môi trường bên bờ sông"],
  ["phong-kham-luu-dong", "Xe khám bệnh lưu động phục vụ bà con vùng cao"],
  ["thu-hoach-lua", "Máy gặt đập liên hợp trên cánh đồng lúa vàng"],
];

const NONG_2024: readonly Row[] = [
  ["canh-dong-lua-chin", "Cánh đồng lúa chín vàng và đàn cò trắng"],
  ["ao-nuoi-tom", "Ao nuôi tôm với các dàn quạt nước"],
  ["dan-bo-vang", "Đàn bò vàng gặm cỏ trên bờ đê lúc chiều"],
  ["vuon-uom-cay", "Các luống cây giống trong nhà ươm"],
  ["kiem-lam-tuan-rung", "Kiểm lâm viên đi tuần trên lối mòn trong rừng"],
  ["cong-thuy-loi", "Cống thủy lợi và dòng kênh giữa đồng lúa"],
];

const NONG_2025: readonly Row[] = [
  ["nha-mang-rau", "Rau xanh trồng trong nhà màng"],
  ["may-bay-phun-thuoc", "Máy bay không người lái phun thuốc trên ruộng lúa"],
  ["cang-ca", "Tàu cá vỏ xanh cập cảng, ngư dân chuyển cá lên bờ"],
  ["hop-tac-xa-dong-goi", "Công nhân hợp tác xã đóng gói trái cây trên dây chuyền"],
  ["duong-nong-thon-moi", "Con đường nông thôn mới hai bên trồng hoa"],
  ["lay-mau-nuoc", "Cán bộ kỹ thuật lấy mẫu nước sông"],
];

const NONG_2026: readonly Row[] = [
  ["sau-rieng-xuat-khau", "Sầu riêng được xếp lên xe tải để xuất khẩu"],
  ["tiem-phong-gia-suc", "Cán bộ thú y tiêm phòng cho bò"],
  ["rung-go-lon", "Rừng keo trồng gỗ lớn trong nắng sớm"],
  ["tram-do-mua", "Trạm đo mưa tự động trên đồi"],
  ["phan-loai-rac", "Hội viên phụ nữ phân loại rác bên các thùng màu"],
  ["hoi-cho-ocop", "Các gian hàng sản phẩm địa phương tại hội chợ OCOP"],
  ["lop-tap-huan-nong-dan", "Lớp tập huấn nông dân dưới gốc đa bên ruộng"],
  ["lua-phat-thai-thap", "Ống đo mực nước trong ruộng lúa tưới ướt khô xen kẽ"],
];

const SCENES: Readonly<Record<string, Scene>> = {
  ...BOATS,
  ...RIVERSIDE,
  ...LANDMARKS,
  ...WATERFALL,
  ...ASSEMBLY,
  ...SERVICE,
  ...LEARNING,
  ...WORK,
  ...TRADE,
  ...SCHOOL,
  ...STREETS,
  ...HOUSING,
  ...WORKS,
  ...CARE,
  ...ACTION,
  ...FESTIVAL,
  ...VILLAGE,
  ...CRAFT,
  ...RICE,
  ...ORCHARD,
  ...GREENHOUSE,
  ...FOREST,
  ...FARM,
  ...PORT,
  ...MEASURE,
};

/** Every sample picture, in the order of the plan. */
export const PICTURES: readonly Picture[] = [
  ...folder("tinh", 2024, TINH_2024),
  ...folder("tinh", 2025, TINH_2025),
  ...folder("tinh", 2026, TINH_2026),
  ...folder("so-nong-nghiep", 2024, NONG_2024),
  ...folder("so-nong-nghiep", 2025, NONG_2025),
  ...folder("so-nong-nghiep", 2026, NONG_2026),
];

function folder(site: string, year: number, list: readonly Row[]): Picture[] {
  return list.map(([name, alt]) => {
    const scene = SCENES[name];
    if (scene === undefined) throw new Error(`no scene is composed for ${name}`);
    return {
      file: `content/sites/${site}/media/${String(year)}/${name}.webp`,
      alt,
      mood: scene.mood,
      camera: scene.camera ?? {},
      scene: scene.paint,
      frame: FRAMES[name] ?? [0, 0, 1600],
    };
  });
}
