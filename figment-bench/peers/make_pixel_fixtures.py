"""Writes what NumPy, SciPy and scikit-image make of small images: python make_pixel_fixtures.py OUTDIR

Prints the MS-SSIM of pytorch-msssim for two images of 256x256 that a formula gives; the Java test has the number.
"""

import json
import sys
import zlib
from pathlib import Path

import numpy as np
import torch
from pytorch_msssim import ms_ssim
from safetensors.numpy import save
from scipy.ndimage import convolve
from scipy.stats import wasserstein_distance
from skimage.metrics import structural_similarity

BINOMIAL = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1])[None, :, :, None] / 256
WEIGHTS = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]


def random_stream(name):
    """A generator that depends on the case's name alone."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def write(folder, name, case, tensors):
    folder.mkdir(parents=True, exist_ok=True)
    packed = {key: np.array(value, dtype=np.float32, order="C") for key, value in tensors.items()}
    (folder / f"{name}.safetensors").write_bytes(save(packed, metadata={"case": json.dumps(case)}))


def smooth_images(random, count, height, width, channels):
    """Bytes that change slowly, so that there is something at each size."""
    images = random.standard_normal((count, height, width, channels))
    for axis in (1, 2):
        images = sum(np.roll(images, shift, axis) for shift in range(-2, 3))
    return np.clip(128 + 12 * images, 0, 255).round()


def down(images):
    return convolve(images, BINOMIAL, mode="mirror")[:, ::2, ::2]


def up(images, height, width):
    wide = np.zeros((len(images), height, width, images.shape[3]))
    wide[:, ::2, ::2] = images
    return convolve(wide, 4 * BINOMIAL, mode="mirror")


def pyramid(images, levels):
    result = [images]
    for _ in range(levels - 1):
        smaller = down(result[-1])
        result[-1] = result[-1] - up(smaller, *result[-1].shape[1:3])
        result.append(smaller)
    return result


def pyramids(folder):
    for height, width, channels, levels in [(28, 28, 1, 2), (53, 33, 3, 2)]:
        images = smooth_images(random_stream(f"pyramid-{height}"), 1, height, width, channels)
        tensors = {f"level{i}": level for i, level in enumerate(pyramid(images, levels))}
        write(folder, f"pyramid-{height}x{width}", {}, {"images": images, **tensors})


def patches(level, corners):
    """(patches, 7, 7, channels), normalized of each channel over all of them."""
    rows = [level[i, y : y + 7, x : x + 7] for i, places in enumerate(corners) for y, x in places]
    rows = np.stack(rows)
    return (rows - rows.mean((0, 1, 2))) / rows.std((0, 1, 2))


def sliced_wasserstein(folder):
    random = random_stream("swd")
    a = smooth_images(random, 3, 32, 32, 3)
    b = np.clip(smooth_images(random, 3, 32, 32, 3) * 0.8 + 40, 0, 255).round()
    tensors = {"a": a, "b": b}
    for i, (level_a, level_b) in enumerate(zip(pyramid(a, 2), pyramid(b, 2))):
        corners = random.integers(0, level_a.shape[1] - 6, (3, 20, 2))
        directions = random.standard_normal((12, 147))
        directions = (directions / np.linalg.norm(directions, axis=1, keepdims=True)).astype(np.float32)
        sides = [patches(level, corners).reshape(60, 147) @ directions.T.astype(np.float64) for level in (level_a, level_b)]
        distances = np.abs(np.sort(sides[0], 0) - np.sort(sides[1], 0)).mean(0)
        for k, distance in enumerate(distances):
            assert abs(wasserstein_distance(sides[0][:, k], sides[1][:, k]) / distance - 1) < 1e-12
        tensors |= {f"corners{i}": corners, f"directions{i}": directions, f"distances{i}": distances}
    write(folder, "swd", {}, tensors)


def similarity(a, b):
    """Mean similarity and mean contrast, with the window as progressive growing shrinks it."""
    side = min(11, *a.shape[:2])
    places = np.arange(side) - (side - 1) / 2
    window = np.exp(-((places / (side * 1.5 / 11)) ** 2) / 2)
    window /= window.sum()

    def mean(values):
        for axis in (0, 1):
            places = [np.take(values, range(k, values.shape[axis] - side + 1 + k), axis) for k in range(side)]
            values = sum(weight * each for weight, each in zip(window, places))
        return values

    mean_a, mean_b = mean(a), mean(b)
    variances = mean(a * a) - mean_a**2 + mean(b * b) - mean_b**2
    contrast = (2 * (mean(a * b) - mean_a * mean_b) + 58.5225) / (variances + 58.5225)
    brightness = (2 * mean_a * mean_b + 6.5025) / (mean_a**2 + mean_b**2 + 6.5025)
    return (contrast * brightness).mean(), contrast.mean()


def halved(image):
    height, width = (max(1, side // 2) for side in image.shape[:2])
    even = image[: max(1, 2 * height if image.shape[0] > 1 else 1), : max(1, 2 * width if image.shape[1] > 1 else 1)]
    return even.reshape(height, even.shape[0] // height, width, even.shape[1] // width, -1).mean((1, 3))


def multi_scale(a, b):
    product = 1.0
    for level, weight in enumerate(WEIGHTS):
        all_of_it, contrast = similarity(a, b)
        product *= max(0.0, all_of_it if level == 4 else contrast) ** weight
        a, b = halved(a), halved(b)
    return product


def structural_similarities(folder):
    for height, width, channels in [(28, 28, 1), (37, 50, 3), (256, 256, 1)]:
        random = random_stream(f"ssim-{height}")
        a = smooth_images(random, 1, height, width, channels)[0]
        b = np.clip(a + 10 * random.standard_normal(a.shape), 0, 255).round()
        if height == 256:
            a, b = formula()
        single = structural_similarity(
            a, b, data_range=255, channel_axis=2, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
        )
        assert abs(single - similarity(a, b)[0]) < 1e-12
        values = {"similarity": single, "contrast": similarity(a, b)[1], "multiScale": multi_scale(a, b)}
        images = {} if height == 256 else {"a": a, "b": b}
        write(folder, f"ssim-{height}x{width}", values, {"similarity": [single], **images})


def formula():
    y, x = np.mgrid[0:256, 0:256]
    a = (x * x // 256 + y) % 256
    b = (3 * a + (x ^ y)) // 4
    return a[:, :, None].astype(np.float64), b[:, :, None].astype(np.float64)


def peer():
    a, b = (torch.from_numpy(image).permute(2, 0, 1)[None] for image in formula())
    print(f"pytorch-msssim {ms_ssim(a, b, data_range=255).item():.12f}, NumPy {multi_scale(*formula()):.12f}")


if __name__ == "__main__":
    out = Path(sys.argv[1])
    pyramids(out)
    sliced_wasserstein(out)
    structural_similarities(out)
    peer()
