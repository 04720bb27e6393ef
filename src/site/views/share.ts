/** Plain links: nothing of the services they lead to is loaded, and they learn of a reader only on a click. */
export interface ShareLinks {
  address: string;
  email: string;
  facebook: string;
  zalo: string;
}

/** Ways to pass an article on, by its title and its address on the web. */
export function shareLinks(title: string, address: string): ShareLinks {
  const encoded = encodeURIComponent(address);
  // Zalo's own button asks for the address in this wrapping.
  const wrapped = encodeURIComponent(Buffer.from(JSON.stringify({ url: address })).toString("base64"));
  return {
    address,
    email: `mailto:?subject=${encodeURIComponent(title)}&body=${encoded}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encoded}`,
    zalo: `https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=${wrapped}&shareType=0`,
  };
}
