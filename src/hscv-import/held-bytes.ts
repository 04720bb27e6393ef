/** Bytes that wait to be handed on, in memory that is used again and again: those from `begin` to `end` of `bytes`. */
export class HeldBytes {
  bytes = Buffer.allocUnsafeSlow(usualRoom);
  begin = 0;
  end = 0;

  /** Adds bytes at the end. Everything held may move to the front for that: returns by how much, and former slices hold no more. */
  add(more: Uint8Array): number {
    const moved = this.begin;
    const length = this.end - moved;
    const needed = length + more.length;
    const room =
      needed > this.bytes.length
        ? Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length))
        : this.bytes;
    this.bytes.copy(room, 0, moved, this.end);
    room.set(more, length);
    this.bytes = room;
    this.begin = 0;
    this.end = needed;
    return moved;
  }

  /** What is held from one place to another; never what lies behind it in memory. */
  slice(from: number, to: number): Buffer {
    return this.bytes.subarray(from, Math.min(to, this.end));
  }
}

const usualRoom = 1 << 16;
