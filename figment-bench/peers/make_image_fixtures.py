"""Small image files of every odd kind, and their pixels as Pillow reads them: upright, over white.

pip install pillow; python make_image_fixtures.py
writes figment-core/src/test/resources/fixtures/odd-images.txt, a line each:
name, what is converted, height, width, channels, pixels (hexadecimal), file (base64).
"""

import base64
import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageOps

TARGET = Path(__file__).parents[2] / "figment-core/src/test/resources/fixtures/odd-images.txt"
COLORS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255)]


def blocks(width, height, side=1):
    """Each pixel, or square of pixels, of a color of its own."""
    image = Image.new("RGB", (width * side, height * side))
    for i in range(width * height):
        x, y = i % width * side, i // width * side
        image.paste(COLORS[i % len(COLORS)], (x, y, x + side, y + side))
    return image


def exif(orientation):
    notes = Image.Exif()
    notes[0x0112] = orientation
    return notes


def encoded(image, form, **how):
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, bits, color, rows):
    header = struct.pack(">IIBBBBB", width, height, bits, color, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows)))
        + chunk(b"IEND", b"")
    )


def expected(file):
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(file)))
    if image.mode.startswith("I;16") or image.mode == "I":
        image = Image.frombytes(
            "L", image.size, bytes((v * 255 + 32767) // 65535 for v in image.get_flattened_data())
        )
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode == "LA":
        white = Image.new("LA", image.size, (255, 255))
        return Image.alpha_composite(white.convert("RGBA"), image.convert("RGBA")).convert("L")
    if image.mode in ("RGBA", "P", "PA"):
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def files():
    for i in range(1, 9):
        turned = "turned" if i > 1 else ""
        yield f"turned-{i}.png", turned, encoded(blocks(3, 2), "PNG", exif=exif(i))
        yield f"turned-{i}.webp", turned, encoded(blocks(3, 2), "WEBP", lossless=True, exif=exif(i))
        large = encoded(blocks(2, 1, 8), "JPEG", quality=95, subsampling=0, exif=exif(i))
        yield f"turned-{i}.jpg", turned, large
    yield "gray.jpg", "", encoded(Image.new("L", (3, 2), 77), "JPEG", quality=95)
    yield "progressive.jpg", "", encoded(
        blocks(2, 1, 8), "JPEG", quality=95, subsampling=0, progressive=True
    )
    cmyk = Image.new("CMYK", (3, 2), (0, 255, 255, 0))
    yield "cmyk.jpg", "fromCmyk", encoded(cmyk, "JPEG", quality=95)
    half = blocks(3, 2).convert("RGBA")
    half.putalpha(Image.frombytes("L", (3, 2), bytes([0, 51, 102, 153, 204, 255])))
    yield "alpha.png", "composited", encoded(half, "PNG")
    yield "alpha.webp", "composited", encoded(half, "WEBP", lossless=True)
    yield "opaque.png", "", encoded(blocks(3, 2).convert("RGBA"), "PNG")
    yield "gray-alpha.png", "composited", encoded(half.convert("LA"), "PNG")
    palette = blocks(3, 2).convert("P", palette=Image.Palette.ADAPTIVE, colors=8)
    yield "palette.png", "", encoded(palette, "PNG")
    yield "palette-alpha.png", "composited", encoded(palette, "PNG", transparency=palette.getpixel((1, 0)))
    yield "palette.gif", "", encoded(palette, "GIF")
    frames = [blocks(3, 2), Image.new("RGB", (3, 2), (9, 9, 9))]
    yield "moving.gif", "firstFrame", encoded(
        frames[0], "GIF", save_all=True, append_images=frames[1:]
    )
    yield "moving.webp", "firstFrame", encoded(
        frames[0], "WEBP", lossless=True, save_all=True, append_images=frames[1:]
    )
    gray = [struct.pack(">3H", 0, 4369, 30000), struct.pack(">3H", 40000, 60000, 65535)]
    yield "gray16.png", "reduced", png(3, 2, 16, 0, gray)
    color = [struct.pack(">6H", *(257 * v for v in (1, 2, 3, 200, 100, 0)))]
    yield "color16.png", "reduced", png(2, 1, 16, 2, color)
    yield "bits.png", "", encoded(blocks(3, 2).convert("1"), "PNG")
    yield "color.bmp", "", encoded(blocks(3, 2), "BMP")
    yield "gray.bmp", "", encoded(blocks(3, 2).convert("L"), "BMP")
    yield "one.png", "", encoded(Image.new("RGB", (1, 1), (1, 2, 3)), "PNG")


def main():
    lines = []
    for name, conversions, file in files():
        image = expected(file)
        lines.append(
            "\t".join(
                [
                    name,
                    conversions or "-",
                    str(image.height),
                    str(image.width),
                    str(len(image.getbands())),
                    image.tobytes().hex(),
                    base64.b64encode(file).decode(),
                ]
            )
        )
    TARGET.write_text("\n".join(lines) + "\n")


main()
