import { z } from "zod";
import { eventAddress } from "./event-address.ts";
import { fields, missingCompanions, type Companion } from "./field.ts";
import { documentNumber } from "./document-number.ts";
import { slugOf } from "./slug.ts";
import { pictureConsents, pictureRights } from "./picture-rights.ts";
import { day, formerAddresses, line, moment, picture, secureAddress, translationOf } from "./text.ts";

/** The id of something chosen from a list. */
const choice = (label: string) => {
  const error = `Hãy chọn «${label}».`;
  return z.string({ error }).trim().min(1, { error }).max(60, { error });
};

/** A tag has a page whose address is made from its letters. */
const tag = line("Từ khoá", 2, 40).refine((text) => slugOf(text) !== "", {
  error: "«Từ khoá» phải có chữ hoặc số.",
});

/** Where a piece comes from; it decides what else must be told. */
const origins = [
  { value: "tu-viet", label: "Tự viết" },
  { value: "lich-cong-tac", label: "Từ lịch công tác" },
  { value: "don-vi", label: "Cơ quan, đơn vị gửi" },
  { value: "van-ban", label: "Từ văn bản" },
  { value: "bao-chi", label: "Dẫn lại báo chí" },
  { value: "cong-tac-vien", label: "Cộng tác viên" },
] as const;

type Origin = (typeof origins)[number]["value"];

/** What a field is to pieces of one origin. */
const ofOrigin = (is: Origin, rules: Omit<Companion, "field" | "is">): Companion => ({
  field: "origin",
  is,
  ...rules,
});

/** What was wrong in a published article, and what is right. */
const correction = z.strictObject({
  date: moment("Ngày giờ đính chính").register(fields, {
    label: "Ngày giờ đính chính",
    // The CMS fills in the moment when one is added. With a default, every new article would begin with an empty one.
    widget: "datetime",
  }),
  wrong: line("Đã viết sai", 5, 500).register(fields, {
    label: "Đã viết sai",
    widget: "text",
    hint: "Chép lại chỗ sai. Ví dụ: Tuyến kè dài 2,4 km, vốn 1.128 tỷ đồng.",
  }),
  right: line("Đúng là", 5, 500).register(fields, {
    label: "Đúng là",
    widget: "text",
    hint: "Ví dụ: Tuyến kè dài 3,1 km, vốn 1.135 tỷ đồng. Nhớ sửa cả trong nội dung bài.",
  }),
});

/** A news article: Markdown in `content/sites/<site>/news/<year>/<slug>.md`. Fields stand in the order a journalist fills them in. */
export const newsSchema = z
  .strictObject({
    title: line("Tiêu đề", 10, 150).register(fields, {
      label: "Tiêu đề",
      widget: "string",
      hint: "Nói rõ việc gì, ở đâu. Ví dụ: Khởi công kè chống sạt lở bờ sông Mây đoạn qua phường Bến Quế",
    }),
    category: choice("Chuyên mục").register(fields, {
      label: "Chuyên mục",
      widget: "select",
      optionsFrom: "sections",
      hint: "Bài sẽ hiện ở trang chuyên mục này.",
    }),
    origin: z
      .enum(
        origins.map(({ value }) => value),
        { error: "Hãy chọn «Nguồn gốc bài»." },
      )
      .optional()
      .register(fields, {
        label: "Nguồn gốc bài",
        widget: "select",
        options: origins,
        default: "tu-viet",
        hint: "Bài từ đâu ra; biểu mẫu sẽ hỏi thêm những gì cần ghi với nguồn ấy.",
      }),
    event: eventAddress("Việc trong lịch công tác")
      .optional()
      .register(fields, {
        label: "Việc trong lịch công tác",
        widget: "string",
        hint: "Mở Lịch công tác, bấm vào giờ của việc ấy rồi chép địa chỉ trang vào đây.",
        goesWith: ofOrigin("lich-cong-tac", {
          required: true,
          only: true,
          message:
            "Bài từ lịch công tác phải chỉ ra việc nào: mở Lịch công tác, bấm vào giờ của việc ấy rồi chép địa chỉ.",
        }),
      }),
    unitName: line("Đơn vị gửi bài", 2, 120)
      .optional()
      .register(fields, {
        label: "Đơn vị gửi bài",
        widget: "string",
        hint: "Cuối bài sẽ ghi «Theo …». Ví dụ: Sở Nông nghiệp và Môi trường",
        goesWith: ofOrigin("don-vi", {
          required: true,
          only: true,
          message: "Bài do đơn vị gửi phải ghi «Đơn vị gửi bài».",
        }),
      }),
    sourceName: line("Nguồn tin", 2, 120)
      .optional()
      .register(fields, {
        label: "Nguồn tin",
        widget: "string",
        hint: "Tên tờ báo, trang tin. Cuối bài sẽ ghi «Theo …». Ví dụ: Báo Sông Mây",
        goesWith: ofOrigin("bao-chi", {
          required: true,
          only: true,
          message: "Bài dẫn lại báo chí phải ghi «Nguồn tin»: tên tờ báo, trang tin.",
        }),
      }),
    sourceUrl: secureAddress("Địa chỉ bài gốc")
      .optional()
      .register(fields, {
        label: "Địa chỉ bài gốc",
        widget: "string",
        hint: "Bắt đầu bằng https://. Người đọc bấm tên nguồn để mở bài gốc.",
        goesWith: ofOrigin("bao-chi", {
          required: true,
          only: true,
          message: "Bài dẫn lại báo chí phải ghi «Địa chỉ bài gốc»: mở bài gốc rồi chép địa chỉ vào đây.",
        }),
      }),
    sourceDate: day("Ngày đăng bài gốc")
      .optional()
      .register(fields, {
        label: "Ngày đăng bài gốc",
        widget: "datetime",
        default: "",
        hint: "Ngày nguồn tin đăng bài.",
        goesWith: ofOrigin("bao-chi", {
          required: true,
          only: true,
          message: "Bài dẫn lại báo chí phải ghi «Ngày đăng bài gốc».",
        }),
      }),
    contributorReceipt: line("Mã tiếp nhận", 3, 40)
      .optional()
      .register(fields, {
        label: "Mã tiếp nhận",
        widget: "string",
        hint: "Mã trên phiếu nhận bài. Họ tên thật, điện thoại, tài khoản của cộng tác viên chỉ để ở phiếu ấy, đừng ghi vào bài.",
        goesWith: ofOrigin("cong-tac-vien", { only: true }),
      }),
    date: moment("Ngày giờ đăng").register(fields, {
      label: "Ngày giờ đăng",
      widget: "datetime",
      default: "{{now}}",
      hint: "Ngày giờ ghi trên bài, theo giờ Việt Nam.",
    }),
    summary: line("Tóm tắt", 40, 400).register(fields, {
      label: "Tóm tắt",
      widget: "text",
      hint: "Một, hai câu (40–400 ký tự): người đọc nắm được tin mà chưa cần mở bài.",
    }),
    cover: picture("Ảnh đại diện").optional().register(fields, {
      label: "Ảnh đại diện",
      widget: "image",
      hint: "Ảnh JPEG, PNG hoặc WebP, rộng ít nhất 800 điểm ảnh. Hệ thống tự thu nhỏ và xoá vị trí chụp.",
    }),
    coverAlt: line("Mô tả ảnh", 5, 250)
      .optional()
      .register(fields, {
        label: "Mô tả ảnh",
        widget: "string",
        hint: "Ảnh cho thấy gì, để người khiếm thị nghe được. Ví dụ: Công nhân xếp rọ đá dọc bờ sông",
        goesWith: { field: "cover", required: true, only: true, message: "Ảnh đại diện cần «Mô tả ảnh»." },
      }),
    coverCaption: line("Chú thích ảnh", 1, 300)
      .optional()
      .register(fields, {
        label: "Chú thích ảnh",
        widget: "string",
        hint: "Dòng chữ in dưới ảnh.",
        goesWith: { field: "cover", only: true },
      }),
    coverCredit: line("Nguồn ảnh", 1, 120)
      .optional()
      .register(fields, {
        label: "Nguồn ảnh",
        widget: "string",
        hint: "Người chụp hoặc đơn vị giữ bản quyền. Dưới ảnh sẽ in «Ảnh: …». Ví dụ: Ban Biên tập",
        goesWith: { field: "cover", only: true },
      }),
    coverRights: z
      .enum(
        pictureRights.map(({ value }) => value),
        { error: "Hãy chọn «Quyền dùng ảnh»." },
      )
      .optional()
      .register(fields, {
        label: "Quyền dùng ảnh",
        widget: "select",
        options: pictureRights,
        hint: "Vì sao ta được đăng ảnh này. Ảnh lấy trên mạng mà không rõ của ai thì không đăng.",
        goesWith: { field: "cover", only: true },
      }),
    coverConsent: z
      .enum(
        pictureConsents.map(({ value }) => value),
        { error: "Hãy chọn «Người trong ảnh»." },
      )
      .optional()
      .register(fields, {
        label: "Người trong ảnh",
        widget: "select",
        options: pictureConsents,
        hint: "Chụp riêng một người, nhất là trẻ em và người bệnh, phải có người ấy hoặc cha mẹ đồng ý.",
        goesWith: { field: "cover", only: true },
      }),
    author: line("Tác giả", 2, 80)
      .optional()
      .register(fields, {
        label: "Tác giả",
        widget: "string",
        hint: "Tên hoặc bút danh in dưới tiêu đề.",
        goesWith: ofOrigin("cong-tac-vien", {
          required: true,
          message: "Bài của cộng tác viên phải ghi «Tác giả»: tên hoặc bút danh sẽ in dưới tiêu đề.",
        }),
      }),
    tags: z
      .array(tag, { error: "«Từ khoá» phải là một danh sách." })
      .max(8, { error: "Tối đa 8 từ khoá." })
      .optional()
      .register(fields, {
        label: "Từ khoá",
        widget: "list",
        hint: "Cách nhau bằng dấu phẩy. Ví dụ: hạ tầng, phòng chống thiên tai",
      }),
    documents: z
      .array(documentNumber("Văn bản liên quan"), {
        error: "«Văn bản liên quan» phải là một danh sách số, ký hiệu.",
      })
      .max(10, { error: "Tối đa 10 văn bản liên quan." })
      .optional()
      .register(fields, {
        label: "Văn bản liên quan",
        widget: "list",
        hint: "Số, ký hiệu các văn bản mà bài nói đến, cách nhau bằng dấu phẩy. Ví dụ: 12/2026/QĐ-UBND",
        goesWith: ofOrigin("van-ban", {
          required: true,
          message:
            "Bài từ văn bản phải ghi số, ký hiệu văn bản ở «Văn bản liên quan». Ví dụ: 12/2026/QĐ-UBND",
        }),
      }),
    publishAt: moment("Hẹn giờ đăng").optional().register(fields, {
      label: "Hẹn giờ đăng",
      widget: "datetime",
      default: "",
      hint: "Để trống thì bài lên ngay khi được duyệt. Đặt giờ thì bài đã duyệt chờ đến giờ đó mới hiện.",
    }),
    expireAt: moment("Hết hạn hiển thị").optional().register(fields, {
      label: "Hết hạn hiển thị",
      widget: "datetime",
      default: "",
      hint: "Sau giờ này bài tự ẩn; địa chỉ của bài báo là đã hết hạn. Để trống nếu bài không có hạn.",
    }),
    urgentUntil: moment("Thông báo khẩn đến").optional().register(fields, {
      label: "Thông báo khẩn đến",
      widget: "datetime",
      default: "",
      hint: "Chỉ dùng cho tin khẩn như bão, lũ, dịch bệnh: đến giờ này tiêu đề đứng đầu mọi trang của cổng, sau đó tự hạ xuống.",
    }),
    updated: moment("Ngày giờ cập nhật").optional().register(fields, {
      label: "Ngày giờ cập nhật",
      widget: "datetime",
      default: "",
      hint: "Điền khi sửa nội dung bài đã đăng: người đọc và máy tìm kiếm biết bài có bản mới. Sửa lỗi chính tả thì không cần.",
    }),
    corrections: z
      .array(correction, { error: "«Đính chính» phải là một danh sách." })
      .max(10, { error: "Tối đa 10 lần đính chính; hãy viết lại bài." })
      .optional()
      .register(fields, {
        label: "Đính chính",
        widget: "objects",
        item: { singular: "Lần đính chính", summary: "{{fields.right}}" },
        hint: "Thêm khi bài đã đăng có chỗ sai và bạn vừa sửa trong nội dung: người đọc thấy chỗ nào đã sai, đúng là gì. Sửa lỗi chính tả thì không cần.",
      }),
    formerAddresses: formerAddresses("/tin-tuc/2025/khoi-cong-cau-van-giang").register(fields, {
      label: "Địa chỉ cũ",
      widget: "list",
      hint: "Nếu bài từng ở địa chỉ khác: người mở địa chỉ cũ được dẫn đến bài này. Ví dụ: /tin-tuc/2025/khoi-cong-cau",
    }),
    translationOf: translationOf(),
    featured: z.boolean({ error: "«Tin nổi bật» phải là có hoặc không." }).optional().register(fields, {
      label: "Tin nổi bật",
      widget: "boolean",
      default: false,
      hint: "Bài được ưu tiên ở đầu trang chủ.",
    }),
    shareToProvince: z
      .boolean({ error: "«Đưa lên cổng tỉnh» phải là có hoặc không." })
      .optional()
      .register(fields, {
        label: "Đưa lên cổng tỉnh",
        widget: "boolean",
        default: false,
        hint: "Bài hiện cả trong các danh mục tin của cổng tỉnh và dẫn về bài này; không phải đăng lại.",
      }),
    withdrawn: z.boolean({ error: "«Gỡ bài» phải là có hoặc không." }).optional().register(fields, {
      label: "Gỡ bài",
      widget: "boolean",
      default: false,
      hint: "Bật để gỡ bài đã đăng. Địa chỉ của bài sẽ hiện thông báo đã gỡ.",
    }),
    withdrawnReason: line("Lý do gỡ bài", 10, 300)
      .optional()
      .register(fields, {
        label: "Lý do gỡ bài",
        widget: "string",
        hint: "Người đọc sẽ thấy lý do này.",
        goesWith: {
          field: "withdrawn",
          is: true,
          required: true,
          only: true,
          message: "Gỡ bài thì phải ghi «Lý do gỡ bài».",
        },
      }),
  })
  .superRefine((news, context) => {
    for (const { key, message } of missingCompanions(newsSchema.shape, news)) {
      context.addIssue({ code: "custom", path: [key], message });
    }
    if (news.publishAt && news.expireAt && Date.parse(news.expireAt) <= Date.parse(news.publishAt)) {
      context.addIssue({
        code: "custom",
        path: ["expireAt"],
        message: `«Hết hạn hiển thị» (${news.expireAt}) phải sau «Hẹn giờ đăng» (${news.publishAt}).`,
      });
    }
    if (!news.sourceName && news.origin !== "bao-chi" && (news.sourceUrl ?? news.sourceDate)) {
      context.addIssue({
        code: "custom",
        path: ["sourceName"],
        message: "Đã có địa chỉ hoặc ngày đăng bài gốc thì phải ghi «Nguồn tin».",
      });
    }
    if (news.urgentUntil && Date.parse(news.urgentUntil) <= Date.parse(news.publishAt ?? news.date)) {
      context.addIssue({
        code: "custom",
        path: ["urgentUntil"],
        message: `«Thông báo khẩn đến» (${news.urgentUntil}) phải sau giờ đăng bài.`,
      });
    }
    news.corrections?.forEach(({ date }, index) => {
      if (Date.parse(date) < Date.parse(news.date))
        context.addIssue({
          code: "custom",
          path: ["corrections", index, "date"],
          message: `«Ngày giờ đính chính» (${date}) không được trước «Ngày giờ đăng» (${news.date}).`,
        });
    });
    if (news.updated && Date.parse(news.updated) < Date.parse(news.date)) {
      context.addIssue({
        code: "custom",
        path: ["updated"],
        message: `«Ngày giờ cập nhật» (${news.updated}) không được trước «Ngày giờ đăng» (${news.date}).`,
      });
    }
  });

export type News = z.infer<typeof newsSchema>;
export type Correction = z.infer<typeof correction>;

/** When an article was last changed for its readers, as far as it tells: updated, or corrected. ISO 8601. */
export function lastChangeOf({
  updated,
  corrections = [],
}: Pick<News, "updated" | "corrections">): string | undefined {
  const moments = [...(updated === undefined ? [] : [updated]), ...corrections.map(({ date }) => date)];
  return moments.reduce<string | undefined>(
    (last, one) => (last === undefined || Date.parse(one) > Date.parse(last) ? one : last),
    undefined,
  );
}
