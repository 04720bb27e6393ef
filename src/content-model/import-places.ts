/** Whoever the importer is in the history. */
export const importer = { login: "nhap-hscv", name: "Nhập HSCV", email: "nhap-hscv@cong.invalid" } as const;

/** Where the attachments of imported documents lie in a site's library; nothing else lies there. */
export const importedFilesFolder = "van-ban-nhap";

const place =
  /^content\/(?:sites\/[a-z0-9-]+\/(?:documents\/\d{4}\/[a-z0-9-]+\.md|media\/van-ban-nhap\/[0-9a-f]{2}\/[0-9a-f]{16,64}\/[\w-]+\.(?:pdf|docx|xlsx))|cases\/\d{4}\/[0-9a-f]{2}\/[0-9a-f]{32}\.yaml)$/;

/** Whether the importer may write a file: documents, their attachments, results of cases, and nothing else. */
export const isImportPlace = (path: string): boolean => place.test(path);
