import type { LibraryFile } from "../../content-store/content.ts";

/**
 * A page that readers can search for. Each kind of page has one function that lists its own, see `searchable-pages.ts`.
 */
export interface Searchable {
  address: string;
  /** Changes with what is indexed of the page: the blob id of its file, say. */
  version: string;
  /** What readers call pages like this, to narrow a search by: `Tin bài`, `Văn bản`, `Lịch công tác`. */
  kind: string;
  title: string;
  /** The moment it is dated (ISO 8601 with offset, or a day); undefined for a page without a date. */
  date?: string | undefined;
  /** Id of the section it belongs to. */
  section?: string | undefined;
  /** The authority that issued it or answers for it, as readers know it: `Sở Nội vụ`. */
  unit?: string | undefined;
  /** A document's number and symbol: `12/2026/QĐ-UBND`. */
  number?: string | undefined;
  /** One or two sentences, indexed whole. */
  summary?: string | undefined;
  /** Names that must be found wherever they stand: author, signer, contact officers. */
  people?: readonly string[] | undefined;
  /** Everything else it says, as HTML or plain text; only the first words are indexed. Called when an index is made. */
  body: () => string;
  /** Files beside it whose first words are indexed after its own; their ids belong into `version`. */
  attachments?: readonly LibraryFile[];
}
