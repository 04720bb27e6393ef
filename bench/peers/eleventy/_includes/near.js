import { each } from "../html.js";

const link = (address, rel, label) => (address ? `<a href="${address}" rel="${rel}">${label}</a>` : "");

/** The way to the other pages of a list. */
export const pages = ({ newer, older, near }) =>
  `<nav class="pages" aria-label="Các trang">${link(newer, "prev", "Tin mới hơn")}<ol>${each(near, ([number, address]) => `<li><a href="${address}">Trang ${number}</a></li>`)}</ol>${link(older, "next", "Tin cũ hơn")}</nav>`;

/** The way to the years of the archive. */
export const years = (list) =>
  `<nav class="contents" aria-labelledby="luu-tru"><h2 id="luu-tru">Lưu trữ</h2><ul>${each(list, (year) => `<li><a href="/tin-tuc/${year}/">Năm ${year}</a></li>`)}</ul></nav>`;
