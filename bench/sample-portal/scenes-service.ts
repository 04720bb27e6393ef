/** Pictures of public service and health. */
import { type Brush, type Item, times } from "./core.ts";
import { counter, laptop, potPlant, sideChair, table } from "./furniture.ts";
import { room } from "./interiors.ts";
import { folk, person } from "./people.ts";
import { garland } from "./props.ts";
import { EYE, wall } from "./scene-parts.ts";
import { audience, scene, type Scene } from "./scenes.ts";
import { screen } from "./screens.ts";
import { box, patch } from "./solids.ts";

/** Pictures of public service by file name. */
export const SERVICE: Readonly<Record<string, Scene>> = {
  "trung-tam-hanh-chinh-cong": {
    mood: "indoor",
    camera: EYE,
    paint: (b) =>
      scene(
        room(b, { w: 15, h: 4.6, d: 15, wall: "#e8e6da", floor: "#cbbfa8" }) +
          wall(b, 0, 4.4, 14.9, 14, 0.9, "#2f6a8f"),
        serviceDesks(b, 12.6, 6),
        screen(b, -3.4, 3.2, 14.6, 2.6, 1.3, "queue"),
        screen(b, 3.4, 3.2, 14.6, 2.6, 1.3, "queue"),
        potPlant(b, -6.9, 12, 1.7),
        potPlant(b, 6.9, 12, 1.7),
        times(6, (i) =>
          person(
            b,
            folk(b, i % 2 === 0 ? "man" : "woman", { look: "back", pose: i % 2 === 0 ? "reach" : "hold" }),
            -5.5 + i * 2.2,
            11.6,
          ),
        ),
        audience(b, -6.4, -1.2, 7.2, 6, ["woman", "man", "elder"], "#3f6f8f"),
        audience(b, 1.2, 6.4, 7.2, 6, ["man", "farmer", "woman"], "#3f6f8f", { hat: undefined }),
        audience(b, -6.2, -1.2, 5.6, 5, ["man", "woman"], "#3f6f8f"),
        person(b, folk(b, "aodai", { look: "front", pose: "hold" }), 0.2, 8.6),
        person(b, folk(b, "man", { look: "left", pose: "walk" }), 2.2, 9.4),
        kiosk(b, 5, 9.6),
      ),
  },
  "can-bo-huong-dan-dich-vu-cong": {
    mood: "indoor",
    camera: { horizon: 330, height: 1.75, focal: 1150 },
    paint: (b) =>
      scene(
        room(b, { w: 12, h: 4, d: 12, wall: "#e9e4d4", floor: "#c8b898" }),
        screen(b, 1.8, 2.7, 11.8, 2.4, 1.25, "queue"),
        serviceDesks(b, 10.6, 4),
        counter(b, 1.2, 4.7, 3.6, "#b98a5a"),
        person(
          b,
          folk(b, "official", { look: "left", pose: "reach", top: "#bcd6ea", hair: "short" }),
          0.25,
          5.3,
        ),
        person(
          b,
          folk(b, "elder", {
            look: "right",
            pose: "hold",
            hair: "short",
            carry:
              '<rect x="9" y="-68" width="4.4" height="8" rx="1" fill="#20242c" transform="rotate(18 11 -64)"/><rect x="9.7" y="-67" width="3.2" height="6" fill="#bfe4f5" transform="rotate(18 11 -64)"/>',
          }),
          -0.75,
          3.95,
        ),
        potPlant(b, -4.6, 9.5, 1.6),
        audience(b, -4.6, -2, 8, 3, ["woman", "farmer", "man"], "#3f6f8f", { hat: undefined }),
        laptop(b, 1.8, 1.1, 4.6),
      ),
  },
  "tram-y-te-xa": {
    mood: "indoor",
    camera: { horizon: 370, height: 1.75, focal: 1400 },
    paint: (b) =>
      scene(
        room(b, { w: 9, h: 3.6, d: 9.5, wall: "#dcebe4", floor: "#c9c4b0" }),
        cabinet(b, 2.8, 9, 2.2, 2),
        bed(b, -1.9, 7.6),
        cross(b, 0, 2.7, 9.4, 0.55),
        table(b, 0.5, 5.4, 1.9, 0.8, "#e9e2d0", true),
        person(b, folk(b, "elder", { look: "right", pose: "sit", top: "#8a6a8f", hair: "bun" }), -0.75, 5),
        sideChair(b, -0.8, 5.05, -1, "#5f8fa0"),
        person(b, folk(b, "nurse", { look: "left", pose: "reach" }), 0.75, 5.9),
        person(b, folk(b, "doctor", { look: "front", pose: "hold" }), 2.6, 7.6),
        laptop(b, 1.1, 0.78, 5.2),
        potPlant(b, 3.6, 6.6, 1.4),
        picture(b, -3, 2.2, 9.4),
        picture(b, -1.6, 2.2, 9.4),
      ),
  },
  "tiem-chung": {
    mood: "indoor",
    camera: { horizon: 360, height: 1.9, focal: 1300 },
    paint: (b) =>
      scene(
        room(b, { w: 12, h: 4.2, d: 13, wall: "#dfeae0", floor: "#cdbf9f" }) +
          wall(b, 0, 3.5, 12.9, 5, 0.8, "#3f8f8a"),
        cabinet(b, 4.2, 12.4, 2, 2),
        times(2, (i) => [
          table(b, -2 + i * 4.4, 6.6 + i * 1.6, 2.2, 0.8, "#eef0ea", true),
          person(b, folk(b, "nurse", { look: "left", pose: "reach" }), -1.4 + i * 4.4, 7.2 + i * 1.6),
          person(b, folk(b, "woman", { look: "right", pose: "sit" }), -3.5 + i * 4.4, 6.4 + i * 1.6),
          sideChair(b, -3.55 + i * 4.4, 6.45 + i * 1.6, -1, "#5f8fa0"),
          person(
            b,
            folk(b, "child", { look: "right", pose: "stand", tall: 1.05 }),
            -2.7 + i * 4.4,
            6.1 + i * 1.6,
          ),
          box(b, {
            x: -1.4 + i * 4.4,
            z: 6.5 + i * 1.6,
            y: 0.76,
            w: 0.5,
            d: 0.35,
            h: 0.32,
            color: "#3f8fc0",
            top: "#f4f6f4",
          }),
        ]).flat(),
        queue(b, -4.6, 9, 6),
        person(b, folk(b, "doctor", { look: "front", pose: "hold" }), 0.6, 10.4),
        garland(b, [-5.6, 3.95, 12.8], [5.6, 3.95, 12.8], "pennants", 26),
        picture(b, -4.3, 2.4, 12.9),
        potPlant(b, 5.2, 9.8, 1.5),
      ),
  },
};

function serviceDesks(b: Brush, z: number, count: number): Item[] {
  return [
    counter(b, 0, z, count * 2.2, "#c9a06a"),
    ...times(count, (i) => {
      const x = -count * 1.1 + 1.1 + i * 2.2;
      return [
        person(
          b,
          folk(b, i % 2 === 0 ? "official" : "aodai", {
            look: "front",
            pose: "hold",
            ...(i % 2 === 0 ? { top: "#cfe0ec" } : {}),
          }),
          x + 0.2,
          z + 0.75,
        ),
        { ...laptop(b, x - 0.4, 1.1, z, false, 0.42), z: z - 0.45 },
        box(b, { x: x + 1.1, z: z + 0.1, y: 1.1, w: 0.06, d: 0.6, h: 0.55, color: "#bcd4dc" }),
      ];
    }).flat(),
  ];
}

function kiosk(b: Brush, x: number, z: number): Item {
  const body = box(b, { x, z, w: 0.7, d: 0.45, h: 1.5, color: "#e9eef0" });
  return { z: body.z, svg: body.svg + screen(b, x, 1.12, z - 0.24, 0.5, 0.55, "queue").svg };
}

function cabinet(b: Brush, x: number, z: number, w: number, h: number): Item {
  return box(b, { x, z, w, d: 0.5, h, color: "#e9efec" }, (f) =>
    f.w < 0.7
      ? ""
      : patch(f, 0.04, 0.04, 0.96, 0.6, b.tone("#b8d4da")) +
        times(
          3,
          (r) =>
            patch(f, 0.04, 0.2 + r * 0.19, 0.96, 0.215 + r * 0.19, b.tone("#f4f6f4")) +
            times(9, (i) =>
              patch(
                f,
                0.08 + i * 0.1,
                0.1 + r * 0.19,
                0.13 + i * 0.1,
                0.2 + r * 0.19,
                b.tone(b.pick(["#e8705a", "#f4f4ee", "#5f9fb0", "#e8b84a"])),
              ),
            ).join(""),
        ).join(""),
  );
}

function bed(b: Brush, x: number, z: number): Item {
  const legs = box(b, { x, z, w: 2, d: 0.9, h: 0.5, color: "#b9c4c6" });
  return {
    z,
    svg:
      legs.svg +
      box(b, { x, z, w: 2.05, d: 0.92, y: 0.5, h: 0.16, color: "#f4f7f4", top: "#fbfdfb" }).svg +
      box(b, { x: x - 0.75, z, w: 0.45, d: 0.7, y: 0.66, h: 0.12, color: "#e2ecf0", top: "#f0f6f8" }).svg,
  };
}

function picture(b: Brush, x: number, y: number, z: number): Item {
  return {
    z,
    svg:
      wall(b, x, y + 0.45, z, 1.1, 0.9, "#b08a5a") +
      wall(b, x, y + 0.38, z, 0.96, 0.76, "#f6f2e4") +
      wall(b, x - 0.2, y + 0.25, z, 0.36, 0.5, b.pick(["#e8a08a", "#8fb8c9", "#9fc08a"])) +
      wall(b, x + 0.24, y + 0.2, z, 0.3, 0.08, "#8f9aa0") +
      wall(b, x + 0.24, y + 0.02, z, 0.3, 0.08, "#8f9aa0"),
  };
}

function cross(b: Brush, x: number, y: number, z: number, s: number): Item {
  return {
    z,
    svg:
      wall(b, x, y + s * 0.17, z, s, s * 0.34, "#d8382f") +
      wall(b, x, y + s * 0.5, z, s * 0.34, s, "#d8382f"),
  };
}

function queue(b: Brush, x: number, z: number, count: number): Item[] {
  return times(count, (i) => [
    person(b, folk(b, b.pick(["woman", "man", "woman"]), { look: "right" }), x + i * 1.15, z + 1.6),
    person(b, folk(b, "child", { look: "right" }), x + i * 1.15 + 0.5, z + 1.35),
  ]).flat();
}
