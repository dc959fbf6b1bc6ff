"""Draw the pictures of the gallery: `python tests/gallery/make_pictures.py`.

They are committed, so that tests need not draw them; this says how they came about.
"""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
SEA, LAND, NIGHT, LAMP = "#B9CBD3", "#DDD6C4", "#10262E", "#F2C14E"


def crossing() -> Image.Image:
    """Return a chart of the strait: two coasts and the route between them."""
    image = Image.new("RGB", (960, 640), SEA)
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 0), (330, 0), (270, 150), (310, 330), (210, 640), (0, 640)], fill=LAND)
    draw.ellipse((640, 180, 900, 460), fill=LAND)
    for step in range(12):
        x = 300 + step * 30
        draw.line([(x, 300 - step * 2), (x + 16, 299 - step * 2)], fill=NIGHT, width=4)
    draw.ellipse((286, 290, 306, 310), fill=NIGHT)
    draw.ellipse((650, 264, 670, 284), fill=NIGHT)
    return image


def night() -> Image.Image:
    """Return a dark sea with the lights of a ship, wide as a slide."""
    image = Image.new("RGB", (1600, 900), NIGHT)
    draw = ImageDraw.Draw(image)
    for y in range(520, 900, 12):
        shade = 38 + (y - 520) // 12
        draw.line([(0, y), (1600, y)], fill=(16, shade, shade + 10), width=6)
    draw.polygon([(620, 470), (1040, 470), (1000, 530), (660, 530)], fill="#0A181D")
    draw.rectangle((700, 410, 960, 470), fill="#0A181D")
    for x in range(716, 950, 32):
        draw.rectangle((x, 430, x + 14, 446), fill=LAMP)
    return image


def mark() -> Image.Image:
    """Return a small signal flag with two colours, as a GIF holds it."""
    image = Image.new("P", (120, 80), 0)
    image.putpalette([245, 241, 232, 176, 71, 46] + [0] * 762)
    ImageDraw.Draw(image).rectangle((60, 0, 119, 79), fill=1)
    return image


if __name__ == "__main__":
    crossing().save(HERE / "crossing.png", optimize=True)
    night().save(HERE / "night.jpg", quality=80, optimize=True)
    mark().save(HERE / "flag.gif")
